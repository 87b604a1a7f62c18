import { fromUnits, InvalidOptionError, type Tokenizer } from '@runnel/core'
import type { KeyFamily } from '../../keys/key-family.ts'
import { createSymbolTable, type SymbolTable, type Unplaced } from '../../keys/symbol.ts'
import { foldedIds } from './folded-ids.ts'
import { createTokenShares } from './token-shares.ts'

/** A tableau in tables: each symbol as each row reads it. Rows and symbols are counted from 0. */
export interface Readings extends SymbolTable {
  /** The unit that a row reads for a symbol. */
  unitOf(row: number, symbol: Unplaced): number
  /** All of `text` as a row reads it. */
  textOf(row: number, text: string): string
  /**
   * A factor: how many times likelier a symbol is than the token that a row reads it as, next to a row that passes it
   * unchanged. A token that stands for many characters, such as any digit, says little of each.
   */
  shareOf(row: number, symbol: Unplaced): number
  /**
   * The symbol, as a row reads it, as a token id: a letter with diacritics as the letter without, an underscore as a space.
   * 0 for what is no symbol: the second half of a surrogate pair, a combining mark.
   */
  idOf(row: number, symbol: Unplaced): number
  /** Whether a row leaves a symbol as it is, and moves others. */
  isBeside(row: number, symbol: Unplaced): boolean
  /** A symbol as every row reads it. */
  columnOf(symbol: Unplaced): Column
}

/** One symbol as each row reads it: token ids, and shares as `shareOf` has them, `[rows]`. */
export interface Column {
  readonly ids: Uint16Array
  readonly shares: Float64Array
}

/**
 * Makes the tables for a tokenizer.
 *
 * @param model name of the model whose tokenizer it is, for errors
 * @throws InvalidOptionError when it lacks a symbol for other characters, or the family reads halves of pairs
 */
export const createReadings = (family: KeyFamily, tokenizer: Tokenizer, model: string): Readings => {
  if (tokenizer.options.other === undefined) {
    throw new InvalidOptionError('model', model, 'a net with a symbol for other characters')
  }
  const idOf = foldedIds(tokenizer)
  const { symbols, tableau } = family
  const [length, rows] = [symbols.length, tableau.length]
  const units = Uint16Array.from(symbols, (symbol) => symbol.charCodeAt(0))
  // Column by column: all rows are asked for one symbol, seldom one row for all symbols.
  const plain = new Uint16Array(rows * length)
  const ids = new Uint16Array(plain.length)
  tableau.forEach((plaintext, row) => {
    for (let index = 0; index < length; index++) {
      const unit = plaintext.charCodeAt(index)
      plain[index * rows + row] = unit
      ids[index * rows + row] = idOf(unit)
      if (ids[index * rows + row] === 0) {
        throw new InvalidOptionError('cipher', family.name, 'a cipher of whole characters')
      }
    }
  })
  const share = createTokenShares(idOf, tokenizer.vocabulary)
  const shares = new Float64Array(plain.length)
  units.forEach((unit, index) => {
    const own = share(unit)
    for (let at = index * rows; at < (index + 1) * rows; at++) shares[at] = share(plain[at]) / own
  })
  const columns = Array.from({ length }, (_, index) => {
    const [from, to] = [index * rows, (index + 1) * rows]
    return { ids: ids.subarray(from, to), shares: shares.subarray(from, to) }
  })
  const { indexOf } = createSymbolTable(symbols)
  /** Of symbols that all rows read alike, by their id. */
  const alike: Column[] = []
  const unitOf = (row: number, { unit, index }: Unplaced): number =>
    index === -1 ? unit : plain[index * rows + row]
  return {
    indexOf,
    unitOf,
    textOf: textReader(units, unitOf),
    shareOf: (row, { index }) => (index === -1 ? 1 : shares[index * rows + row]),
    idOf: (row, { unit, index }) => (index === -1 ? idOf(unit) : ids[index * rows + row]),
    isBeside: (row, { unit, index }) =>
      index !== -1 && plain[index * rows + row] === unit && tableau[row] !== symbols,
    columnOf: ({ unit, index }) => {
      if (index !== -1) return columns[index]
      const id = idOf(unit)
      alike[id] ??= { ids: new Uint16Array(rows).fill(id), shares: new Float64Array(rows).fill(1) }
      return alike[id]
    },
  }
}

/** Reads whole texts by a table of all units up to the last symbol, made for the row that was asked for last. */
const textReader = (units: Uint16Array, unitOf: Readings['unitOf']): Readings['textOf'] => {
  const size = units.reduce((max, unit) => Math.max(max, unit), 0) + 1
  let latest: { row: number; direct: Uint16Array } = { row: -1, direct: new Uint16Array(0) }
  const tableOf = (row: number): Uint16Array => {
    const direct = Uint16Array.from({ length: size }, (_, unit) => unit)
    units.forEach((unit, index) => {
      direct[unit] = unitOf(row, { unit, index })
    })
    return direct
  }
  return (row, text) => {
    if (latest.row !== row) latest = { row, direct: tableOf(row) }
    const { direct } = latest
    const read = new Uint16Array(text.length)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      read[i] = unit < direct.length ? direct[unit] : unit
    }
    return fromUnits(read)
  }
}
