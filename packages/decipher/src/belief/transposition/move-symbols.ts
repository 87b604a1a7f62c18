import type { Costs } from '../columns/costs.ts'
import type { MovedText } from './moved-text.ts'

/** The means of taking a text as symbols. */
export interface SymbolMeans {
  /** Token id of a unit, or 0 for what is no symbol; and the id of what is no symbol of any kind. */
  idOf(unit: number): number
  readonly other: number
  readonly space: number
  /** Token ids of the alphabet's letters, in their order. */
  readonly letters: Uint8Array
  /** Whether a unit moves under keys of a kind. */
  moves(unit: number, over: 'all' | undefined): boolean
  /** Costs of symbols in text that has spaces, or none. */
  costs(spaced: boolean): Costs
}

/** The part of a text that moves, as symbols. */
export const moveSymbols = (text: string, means: SymbolMeans, over?: 'all'): MovedText => {
  const { idOf, other, space, moves, costs: costsOf } = means
  const all = new Uint8Array(text.length)
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (moves(unit, over)) all[count++] = idOf(unit) || other
  }
  const ids = all.subarray(0, count)
  const costs = costsOf(ids.includes(space))
  return { ids, costs, alone: costs.table.subarray(0, costs.vocabulary), ...(over && { over }) }
}
