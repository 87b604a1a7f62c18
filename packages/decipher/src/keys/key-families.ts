import { type CipherName, createAffine, createAtbash, createCaesar, createRot47 } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import { joinKeySpaces } from './join-key-spaces.ts'
import type { KeyFamily } from './key-family.ts'
import type { KeySpace } from './key-space.ts'
import { plainKeys } from './plain.ts'

/** Names that a decipherer knows by itself; `cipherNamed` of `@runnel/decipher/ciphers` knows all. */
export type CipherChoice = 'auto' | 'plain' | CipherName

/** The keys of a cipher, by its name. */
export type NamedKeys =
  | {
      create(): KeySpace
      /** Probability, among all that `auto` weighs, that the key is one of these. */
      readonly share: number
    }
  | { create(): KeyFamily; readonly share: 0 }

/**
 * The keys of every cipher by name; `auto` weighs those that have a share in it.
 *
 * A share of each cipher in what people paste is nobody's to know. These say that Caesar is commonest, affine
 * less so, and that the rest, one key each, must not be drowned by 312: an affine key starts at 1/1000.
 */
export const keyFamilies: { readonly [name: string]: NamedKeys } = {
  auto: { create: () => everyKey(), share: 0 },
  plain: { create: plainKeys, share: 0.1 },
  caesar: { create: () => enumerateKeys(createCaesar()), share: 0.4 },
  atbash: { create: () => enumerateKeys(createAtbash()), share: 0.1 },
  affine: { create: () => enumerateKeys(createAffine()), share: 0.3 },
  rot47: { create: () => enumerateKeys(createRot47()), share: 0.1 },
}

const everyKey = (): KeySpace =>
  joinKeySpaces(
    'auto',
    Object.values(keyFamilies).flatMap(({ create, share }) =>
      share > 0 ? [[create() as KeySpace, share] as const] : [],
    ),
  )
