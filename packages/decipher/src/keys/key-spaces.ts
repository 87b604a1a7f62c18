import { createAffine, createAtbash, createCaesar, createRot47 } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import { joinKeySpaces } from './join-key-spaces.ts'
import type { KeySpace } from './key-space.ts'
import { plainKeys } from './plain.ts'

/** A key space with a name of its own. */
export interface NamedKeySpace {
  create(): KeySpace
  /** Probability, among all that `auto` weighs, that the key is one of these. */
  readonly share: number
}

/**
 * Every key space by name; `auto` weighs all the others.
 *
 * A share of each cipher in what people paste is nobody's to know. These say that Caesar is commonest, affine
 * less so, and that the rest, one key each, must not be drowned by 312: an affine key starts at 1/1000.
 */
export const keySpaces: { readonly [name: string]: NamedKeySpace } = {
  auto: { create: () => everyKey(), share: 0 },
  plain: { create: plainKeys, share: 0.1 },
  caesar: { create: () => enumerateKeys(createCaesar()), share: 0.4 },
  atbash: { create: () => enumerateKeys(createAtbash()), share: 0.1 },
  affine: { create: () => enumerateKeys(createAffine()), share: 0.3 },
  rot47: { create: () => enumerateKeys(createRot47()), share: 0.1 },
}

const everyKey = (): KeySpace => {
  const shared = Object.values(keySpaces).filter(({ share }) => share > 0)
  return joinKeySpaces(
    'auto',
    shared.map(({ create, share }) => [create(), share]),
  )
}
