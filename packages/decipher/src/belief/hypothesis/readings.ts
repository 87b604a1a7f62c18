import { fromUnits, InvalidOptionError, type Tokenizer } from '@runnel/core'
import type { KeySpace } from '../../keys/key-space.ts'

/** How every key of a space reads every symbol, in tables. Keys and symbols are counted from 0. */
export interface Readings {
  readonly keys: number
  /** Prior of each key; they sum to 1. */
  readonly priors: Float64Array
  /** Number of a UTF-16 unit among the symbols, or -1 when every key passes it unchanged. */
  indexOf(unit: number): number
  /** The unit that `key` reads for `unit`, whose number is `index`. */
  unitOf(key: number, index: number, unit: number): number
  /** All of `text` as `key` reads it. */
  textOf(key: number, text: string): string
  /**
   * How many times likelier a unit is than the token that `key` reads it as, next to a key that passes it unchanged:
   * a token that stands for many characters, such as any digit, says little of each.
   */
  shareOf(key: number, index: number): number
  /** The unit as a token id, or 0 for the second half of a surrogate pair, which is no symbol. */
  idOf(key: number, index: number, unit: number): number
}

/**
 * Makes the tables for a net's tokenizer.
 *
 * @throws InvalidOptionError when the net lacks a symbol for other characters, or the space reads halves of pairs
 */
export const createReadings = (space: KeySpace, tokenizer: Tokenizer, model: string): Readings => {
  if (tokenizer.options.other === undefined) {
    throw new InvalidOptionError('model', model, 'a net with a symbol for other characters')
  }
  const { symbols } = space
  const { length } = symbols
  const units = Uint16Array.from(symbols, (symbol) => symbol.charCodeAt(0))
  const table = new Int16Array(units.reduce((max, unit) => Math.max(max, unit), 0) + 1).fill(-1)
  units.forEach((unit, index) => {
    table[unit] = index
  })
  const plain = new Uint16Array(space.keys.length * length)
  const ids = new Uint16Array(plain.length)
  space.keys.forEach(({ plaintext }, key) => {
    for (let index = 0; index < length; index++) {
      const unit = plaintext.charCodeAt(index)
      plain[key * length + index] = unit
      ids[key * length + index] = tokenizer.idOf(unit)
      if (ids[key * length + index] === 0) {
        throw new InvalidOptionError('cipher', space.name, 'a key space of whole characters')
      }
    }
  })
  const sizes = classSizes(tokenizer)
  const shares = Float64Array.from(ids, (id, at) => sizes[tokenizer.idOf(units[at % length])] / sizes[id])
  const total = space.keys.reduce((sum, { prior }) => sum + prior, 0)
  /** What one key reads for each unit, of the key that was asked for last. */
  let latest = { key: -1, units: new Uint16Array(0) }
  const directTable = (key: number): Uint16Array => {
    if (latest.key !== key) {
      const read = (index: number, unit: number) => (index === -1 ? unit : plain[key * length + index])
      latest = { key, units: Uint16Array.from(table, read) }
    }
    return latest.units
  }
  const indexOf = (unit: number): number => (unit < table.length ? table[unit] : -1)
  return {
    keys: space.keys.length,
    priors: Float64Array.from(space.keys, ({ prior }) => prior / total),
    indexOf,
    unitOf: (key, index, unit) => (index === -1 ? unit : plain[key * length + index]),
    textOf(key, text) {
      const direct = directTable(key)
      const units = new Uint16Array(text.length)
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        units[i] = unit < direct.length ? direct[unit] : unit
      }
      return fromUnits(units)
    },
    shareOf: (key, index) => (index === -1 ? 1 : shares[key * length + index]),
    idOf: (key, index, unit) => (index === -1 ? tokenizer.idOf(unit) : ids[key * length + index]),
  }
}

/** How many printable ASCII characters each token stands for; 1 for those that stand for none. */
const classSizes = (tokenizer: Tokenizer): Float64Array => {
  const sizes = new Float64Array(tokenizer.vocabulary)
  for (let unit = 0x20; unit < 0x7f; unit++) sizes[tokenizer.idOf(unit)]++
  return sizes.map((size) => Math.max(1, size))
}
