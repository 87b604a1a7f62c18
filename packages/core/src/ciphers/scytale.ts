import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import type { PlacesOf } from './transpose.ts'
import { defineTransposition, type Transposed } from './transposition.ts'

/** Key of a scytale. */
export interface ScytaleKey extends Transposed {
  /** Letters that go once around the rod, from 2 on. */
  readonly around: number
}

const MOST_AROUND = 1000

/**
 * The scytale: a strip is wound around a rod, and the text written along it, line under line; unwound, the strip has
 * the letters in the order around the rod. Where the text does not fill the lines, the last ones are left short.
 *
 * Source: Wikipedia, Scytale.
 *
 * @example
 * import { createScytale } from '@runnel/core/ciphers'
 * createScytale().encrypt('Iamhurtverybadlyhelp', { around: 4 }) // 'Iryyatbhmvaehedlurlp'
 */
export const createScytale = (): Cipher<ScytaleKey> => {
  const keyHint = `letters that go once around the rod, 2 to ${MOST_AROUND}, such as 4`
  return defineTransposition<ScytaleKey>({
    name: 'scytale',
    keyHint,
    placesOf: placesUnder,
    generateKey: (random) => ({ around: 2 + random.integer(6) }),
    parseKey(text) {
      if (!/^\s*\d{1,4}\s*$/.test(text)) throw new InvalidOptionError('key', text, keyHint)
      const key = { around: Number(text) }
      placesUnder(key)
      return key
    },
    formatKey: ({ around }) => `${around}`,
  })
}

const placesUnder = ({ around }: ScytaleKey): PlacesOf => {
  if (!(Number.isInteger(around) && around >= 2 && around <= MOST_AROUND)) {
    throw new InvalidOptionError('around', around, `a whole number, 2 to ${MOST_AROUND}`)
  }
  return (length) => {
    const line = Math.ceil(length / around)
    const places = new Uint32Array(length)
    let at = 0
    for (let column = 0; column < line; column++) {
      for (let place = column; place < length; place += line) places[at++] = place
    }
    return places
  }
}
