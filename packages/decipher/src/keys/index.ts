import { type Cipher, InvalidOptionError } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import { joinKeySpaces } from './join-key-spaces.ts'
import { keyFamilies } from './key-families.ts'
import type { KeyFamily } from './key-family.ts'
import { checkKeySpace, type KeySpace } from './key-space.ts'
import { listedKeys } from './listed-keys.ts'

/** Keys to be weighed: a name, a cipher that lists its keys, a list of keys, or a family of keys. */
export type KeyChoice = string | Cipher<never> | KeySpace | KeyFamily

/**
 * The key family that the option `cipher` asks for, its listed keys of equal meaning made one.
 *
 * @param letters those that a cipher moves that is given by name, where they are not the Latin ones
 * @throws InvalidOptionError when its keys are not known, or it is no sound key space
 */
export const keyFamilyOf = (choice: KeyChoice, letters?: string): KeyFamily => {
  if (typeof choice !== 'string') return listed(keysOf(choice, letters))
  const name = `${choice} ${letters}`
  const family = named.get(name) ?? listed(keysOf(choice, letters))
  // The one that was asked for last comes last.
  named.delete(name)
  named.set(name, family)
  for (const oldest of named.keys()) if (named.size > KEPT) named.delete(oldest)
  return family
}

/** Families of a name, and of letters: to list their keys takes longer than to read many letters. The last so many are kept. */
const named = new Map<string, KeyFamily>()
const KEPT = 32

const listed = (keys: KeySpace | KeyFamily): KeyFamily => ('tableau' in keys ? keys : listedKeys(keys))

const keysOf = (choice: KeyChoice, letters: string | undefined): KeySpace | KeyFamily => {
  if (typeof choice === 'string') {
    if (Object.hasOwn(keyFamilies, choice)) return keyFamilies[choice].create(letters)
    const known = Object.keys(keyFamilies).join(', ')
    throw new InvalidOptionError('cipher', choice, `one of ${known}, or keys of your own`)
  }
  if ('tableau' in choice) return choice
  if (!('keys' in choice)) return enumerateKeys(choice)
  checkKeySpace(choice)
  return joinKeySpaces(choice.name, [[choice, 1]])
}
