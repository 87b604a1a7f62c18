import { InvalidOptionError } from '../errors.ts'

/** Key of a homophonic substitution: what each symbol stands for. */
export interface HomophonicKey {
  /**
   * Each symbol, `=` and its plaintext letter in lower case, a space between such pairs: `9=i %=l`. A symbol is a character
   * that is no white space, or a number of 0 to 999: where one is of two digits or more, all of them are numbers.
   */
  readonly key: string
}

/** A description of keys, for help texts and errors. */
export const homophonicKeyHint = 'what each symbol stands for, such as "9=i %=l P=i", or "12=e 7=t 45=e"'

/**
 * The letter of each symbol, in the order of the key; a comma may stand between pairs too.
 *
 * @throws InvalidOptionError on a key of no use, which says the pair that is not understood
 */
export const homophonicTable = ({ key }: HomophonicKey): ReadonlyMap<string, string> => {
  const table = new Map<string, string>()
  for (let rest = String(key).trim(); rest !== ''; ) {
    // A comma is a symbol where `=` follows it.
    const pair = /^(\d{1,3}|[^\s\ud800-\udfff])\s*=\s*([a-z])(?![^\s,])(?:\s*,(?!\s*=)|)\s*/i.exec(rest)
    if (!pair) throw new InvalidOptionError('key', rest.split(/\s/)[0].slice(0, 20), homophonicKeyHint)
    const symbol = /^\d+$/.test(pair[1]) ? String(Number(pair[1])) : pair[1]
    const letter = pair[2].toLowerCase()
    const before = table.get(symbol) ?? letter
    if (before !== letter) {
      throw new InvalidOptionError(
        'key',
        pair[0].trim(),
        `one letter for each symbol: ${symbol} is ${before}`,
      )
    }
    table.set(symbol, letter)
    rest = rest.slice(pair[0].length)
  }
  if (table.size === 0) throw new InvalidOptionError('key', key, homophonicKeyHint)
  const other = hasNumbers(table) && [...table].find(([symbol]) => !/^\d+$/.test(symbol))
  if (other) throw new InvalidOptionError('key', other.join('='), 'numbers alone, or characters alone')
  return table
}

/** The key that such a table makes. */
export const homophonicKeyOf = (
  table: Iterable<readonly [symbol: string, letter: string]>,
): HomophonicKey => ({
  key: Array.from(table, ([symbol, letter]) => `${symbol}=${letter}`).join(' '),
})

/** Whether symbols are numbers, and text numbers in a row. */
export const hasNumbers = (table: ReadonlyMap<string, string>): boolean =>
  [...table.keys()].some((symbol) => symbol.length > 1)
