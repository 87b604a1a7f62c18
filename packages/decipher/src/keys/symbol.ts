/** One UTF-16 unit of ciphertext, where it stands, and its number among the symbols that keys read as others. */
export interface CipherSymbol {
  unit: number
  /** -1 for a unit that every key passes unchanged. */
  index: number
  /** UTF-16 units from the start of the stream. */
  position: number
}

/** A symbol, wherever it stands. */
export type Unplaced = Pick<CipherSymbol, 'unit' | 'index'>

/** The symbols of a key family, each one UTF-16 unit, with constant-time look-up. */
export interface SymbolTable {
  /** Number of a unit among the symbols, or -1 when every key passes it unchanged. */
  indexOf(unit: number): number
}

/** Makes the table of some symbols. */
export const createSymbolTable = (symbols: string): SymbolTable => {
  const units = Uint16Array.from(symbols, (symbol) => symbol.charCodeAt(0))
  const table = new Int16Array(units.reduce((max, unit) => Math.max(max, unit), 0) + 1).fill(-1)
  units.forEach((unit, index) => {
    table[unit] = index
  })
  return { indexOf: (unit) => (unit < table.length ? table[unit] : -1) }
}
