import { createAlphabet, LATIN } from '../alphabet.ts'
import { defineBlockCipher } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
import { fractionating } from './fractionating.ts'
import { createSquare, generateSquare } from './letter-square.ts'
import { formatPeriod, type PeriodKey, parsePeriod, periodHint, periodOf } from './period-key.ts'

/**
 * The Trifid cipher: Bifid with a cube of 3 by 3 by 3 signs, 26 letters and `+`: the layers of a group of letters, then their
 * rows, then their columns, are read three by three. A capital that becomes `+` loses its case.
 *
 * Source: F. Delastelle (1902); Wikipedia, Trifid cipher.
 *
 * @example
 * import { createTrifid } from '@runnel/core/ciphers'
 * const trifid = createTrifid()
 * trifid.encrypt('AIDETOI', trifid.parseKey('Felix Marie Delastelle,5')) // 'FMJFVOI'
 */
export const createTrifid = (): Cipher<PeriodKey> =>
  defineBlockCipher<PeriodKey>({
    name: 'trifid',
    alphabet: createAlphabet(`${LATIN}+`),
    keyHint: periodHint(27),
    rulesOf: (key, direction) => ({
      ...createSquare(key.square, 27),
      size: periodOf(key),
      mayBeShort: true,
      step: fractionating({ base: 3, digits: 3 }, direction),
    }),
    generateKey: (random) => ({ square: generateSquare(random, 27), period: 3 + random.integer(8) }),
    parseKey: (text) => parsePeriod(text, 27),
    formatKey: (key) => {
      periodOf(key)
      return formatPeriod(createSquare(key.square, 27).signs, key)
    },
  })
