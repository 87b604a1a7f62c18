import { type Cipher, InvalidOptionError } from '@runnel/core'
import { affineKeys } from './affine.ts'
import { caesarKeys } from './caesar.ts'
import { joinKeySpaces } from './join-key-spaces.ts'
import { checkKeySpace, type KeySpace } from './key-space.ts'
import { atbashKeys, plainKeys, rot47Keys } from './keyless.ts'

/**
 * Every key space by name; `auto` weighs all the others.
 *
 * A share of each cipher in what people paste is nobody's to know. These say that Caesar is commonest, affine
 * less so, and that the rest, one key each, must not be drowned by 312: an affine key starts at 1/1000.
 */
export const keySpaces: { readonly [name: string]: () => KeySpace } = {
  auto: () =>
    joinKeySpaces('auto', [
      [plainKeys(), 0.1],
      [caesarKeys(), 0.4],
      [atbashKeys(), 0.1],
      [affineKeys(), 0.3],
      [rot47Keys(), 0.1],
    ]),
  plain: plainKeys,
  caesar: () => caesarKeys(),
  affine: () => affineKeys(),
  atbash: () => atbashKeys(),
  rot47: () => rot47Keys(),
}

/** The keys that a cipher object may have, by its name: of its own alphabet. */
const keysOf: { readonly [name: string]: (cipher: never) => KeySpace } = {
  caesar: caesarKeys,
  affine: affineKeys,
  atbash: atbashKeys,
  rot47: rot47Keys,
}

/**
 * The key space that the option `cipher` asks for, its keys of equal meaning made one.
 *
 * @throws InvalidOptionError when its keys are not known, or it is no sound key space
 */
export const keySpaceOf = (cipher: string | Cipher<never> | KeySpace): KeySpace => {
  const name = typeof cipher === 'string' ? cipher : cipher.name
  if (typeof cipher === 'object' && 'keys' in cipher) {
    checkKeySpace(cipher)
    return joinKeySpaces(name, [[cipher, 1]])
  }
  const make = typeof cipher === 'string' ? keySpaces : keysOf
  if (Object.hasOwn(make, name)) return make[name](cipher as never)
  const known = Object.keys(make).join(', ')
  throw new InvalidOptionError('cipher', name, `one of ${known}, or a key space`)
}
