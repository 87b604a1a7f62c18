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
      /** @param letters those that it moves, where they are not the Latin ones */
      create(letters?: string): KeySpace
      /** Probability, among all that `auto` weighs, that the key is one of these. */
      readonly share: number
    }
  | { create(letters?: string): KeyFamily; readonly share: 0 }

type CreateKeys = (letters?: string) => KeySpace

/** Keys that are listed once where they move Latin letters: in code that is cold it takes 20 ms. */
const kept = (create: CreateKeys): CreateKeys => {
  let latin: KeySpace | undefined
  return (letters) => {
    if (letters) return create(letters)
    latin ??= create()
    return latin
  }
}

/**
 * The keys of every cipher by name; `auto` weighs those that have a share in it.
 *
 * A share of each cipher in what people paste is nobody's to know. These say that Caesar is commonest, affine
 * less so, and that the rest, one key each, must not be drowned by 312: an affine key starts at 1/1000.
 */
export const keyFamilies: { readonly [name: string]: NamedKeys } = {
  auto: { create: kept((letters) => everyKey(letters)), share: 0 },
  plain: { create: plainKeys, share: 0.1 },
  caesar: { create: kept((letters) => enumerateKeys(createCaesar(letters))), share: 0.4 },
  atbash: { create: kept((letters) => enumerateKeys(createAtbash(letters))), share: 0.1 },
  affine: { create: kept((letters) => enumerateKeys(createAffine(letters))), share: 0.3 },
  rot47: { create: kept(() => enumerateKeys(createRot47())), share: 0.1 },
}

/** ROT47 moves the signs of ASCII, whatever the letters are; beside keys of other letters it has no place. */
const everyKey = (letters?: string): KeySpace =>
  joinKeySpaces(
    'auto',
    Object.entries(keyFamilies).flatMap(([name, { create, share }]) =>
      share > 0 && !(letters && name === 'rot47') ? [[create(letters) as KeySpace, share] as const] : [],
    ),
  )
