import { type Cipher, InvalidOptionError } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import { joinKeySpaces } from './join-key-spaces.ts'
import type { KeyFamily } from './key-family.ts'
import { checkKeySpace, type KeySpace } from './key-space.ts'
import { keySpaces } from './key-spaces.ts'
import { listedKeys } from './listed-keys.ts'

/** Keys to be weighed: a name, a cipher that lists its keys, a list of keys, or a family of keys. */
export type KeyChoice = string | Cipher<never> | KeySpace | KeyFamily

/**
 * The key family that the option `cipher` asks for, its listed keys of equal meaning made one.
 *
 * @throws InvalidOptionError when its keys are not known, or it is no sound key space
 */
export const keyFamilyOf = (choice: KeyChoice): KeyFamily =>
  typeof choice === 'object' && 'tableau' in choice ? choice : listedKeys(keySpaceOf(choice))

/** The key space that is asked for. @throws InvalidOptionError as `keyFamilyOf` */
export const keySpaceOf = (choice: string | Cipher<never> | KeySpace): KeySpace => {
  if (typeof choice === 'string') {
    if (Object.hasOwn(keySpaces, choice)) return keySpaces[choice].create()
    const known = Object.keys(keySpaces).join(', ')
    throw new InvalidOptionError('cipher', choice, `one of ${known}, or a key space`)
  }
  if (!('keys' in choice)) return enumerateKeys(choice)
  checkKeySpace(choice)
  return joinKeySpaces(choice.name, [[choice, 1]])
}
