import type { InSteps } from '../in-steps.ts'
import type { CipherSymbol, SymbolTable } from '../keys/symbol.ts'
import type { KeyTrace } from '../session/symbol-trace.ts'
import type { Belief } from './belief.ts'
import { LedBelief } from './led-belief.ts'

/** A belief about keys that read other symbols than those of its stream: each symbol is given to its lead as one of theirs. */
export abstract class OwnSymbols<Lead extends Belief> extends LedBelief<Lead> {
  readonly #symbols: SymbolTable
  /** Written over again and again. */
  readonly #symbol: CipherSymbol = { unit: 0, index: -1, position: 0 }

  constructor(symbols: SymbolTable) {
    super()
    this.#symbols = symbols
  }

  /** A symbol of the stream as one of these keys. */
  protected own({ unit, position }: CipherSymbol): CipherSymbol {
    const symbol = this.#symbol
    symbol.unit = unit
    symbol.index = this.#symbols.indexOf(unit)
    symbol.position = position
    return symbol
  }

  override read(symbol: CipherSymbol, share?: number, ahead?: number): number {
    return this.lead.read(this.own(symbol), share, ahead)
  }

  override begin(symbol: CipherSymbol, share?: number, ahead?: number): InSteps<void> | undefined {
    return this.lead.begin?.({ ...this.own(symbol) }, share, ahead)
  }

  override reading(symbol: CipherSymbol): number {
    return this.lead.reading(this.own(symbol))
  }

  override probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.lead.probabilityOf(unit, this.own(symbol))
  }

  override trace(symbol: CipherSymbol): KeyTrace | undefined {
    return this.lead.trace?.(this.own(symbol))
  }
}
