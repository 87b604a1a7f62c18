import { createAlphabet, LATIN } from '../alphabet.ts'
import { defineBlockCipher } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
import { fractionating } from './fractionating.ts'
import { createSquare, generateSquare } from './letter-square.ts'
import { formatPeriod, type PeriodKey, parsePeriod, periodHint, periodOf } from './period-key.ts'

/**
 * The Bifid cipher: the rows of a group of letters in a square of 5 by 5, then their columns, are read two by two as rows and
 * columns of other letters. I stands for J.
 *
 * Source: F. Delastelle (1901); Wikipedia, Bifid cipher.
 *
 * @example
 * import { createBifid } from '@runnel/core/ciphers'
 * createBifid().encrypt('Flee at once', { square: 'BGWKZQPNDSIOAXEFCLUMTHYVR' }) // 'Uaeo lw rins'
 */
export const createBifid = (): Cipher<PeriodKey> =>
  defineBlockCipher<PeriodKey>({
    name: 'bifid',
    alphabet: createAlphabet(LATIN),
    keyHint: periodHint(25),
    rulesOf: (key, direction) => ({
      ...createSquare(key.square, 25),
      size: periodOf(key),
      mayBeShort: true,
      step: fractionating({ base: 5, digits: 2 }, direction),
    }),
    generateKey: (random) => ({ square: generateSquare(random, 25), period: 3 + random.integer(8) }),
    parseKey: (text) => parsePeriod(text, 25),
    formatKey: (key) => {
      periodOf(key)
      return formatPeriod(createSquare(key.square, 25).signs, key)
    },
  })
