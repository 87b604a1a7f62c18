import { type HomophonicKey, hasNumbers, homophonicKeyOf, homophonicTable } from '@runnel/core/ciphers'
import { KnownTable } from '../belief/homophonic/known-table.ts'
import { symbolsAs, unitOfNumber } from '../belief/homophonic/symbol-units.ts'
import { HomophonicStream } from './homophonic-stream.ts'
import type { EndingFinder } from './key-finder.ts'

/**
 * A homophonic substitution under a key that is known, for the option `cipher`: an object, or as a person writes it.
 *
 * @throws InvalidOptionError on a key of no use
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { homophonicUnder } from '@runnel/decipher/homophonic'
 * const decipherer = createDecipherer({ cipher: homophonicUnder('12=e 7=t 45=e') })
 * decipherer.createSession().push('7 12 45 ') // the text is 'tee'
 */
export const homophonicUnder = (given: HomophonicKey | string): EndingFinder => {
  const table = homophonicTable(typeof given === 'string' ? { key: given } : given)
  const numbers = hasNumbers(table)
  const letters = new Map(
    Array.from(table, ([symbol, letter]) => [
      numbers ? unitOfNumber(Number(symbol)) : symbol.charCodeAt(0),
      letter.charCodeAt(0) - 0x61,
    ]),
  )
  const keys = new KnownTable(letters)
  return {
    name: 'homophonic',
    holdsKey: true,
    createInference: () => ({
      fingerprint: { cipher: 'homophonic', key: homophonicKeyOf(table).key, alphabet: 'symbols' },
      alphabet: symbolsAs((unit) => letters.has(unit)),
      createStream: (saved) =>
        new HomophonicStream({ probability: 1, numbers, createKeys: () => keys }, saved),
    }),
  }
}
