import type { Tokenizer } from '@runnel/core'

/** The memory of one text that a language model has read so far; it belongs to exactly one hypothesis. */
export interface LanguageState {
  /** Gives its memory back at once. */
  free(): void
}

/**
 * Foretells a text symbol by symbol: a net, or counts of n-grams. Shared by any number of streams, each with states of
 * its own. An `RnnModel` trained on the task `language` is one but for its name: see `netLanguageModel`.
 */
export interface LanguageModel {
  readonly name: string
  /** Two models with the same id, on the same engine, give the same probabilities. */
  readonly id: string
  /** Engine that runs a net: its arithmetic has a say in the probabilities. Counts have none. */
  readonly engine?: string
  /** Symbols that it tells apart; it has one for other characters. */
  readonly tokenizer: Tokenizer
  /** Probabilities that a step gives: the tokenizer's vocabulary. */
  readonly outputs: number
  /** Probability that every symbol counts for at least, however little the model gives it: 0 for smoothed counts. */
  readonly least: number
  /** Whether a weight of 0 spares it most of a step's work. */
  readonly isLazy?: boolean
  /** Numbers in a saved state. */
  readonly stateLength: number
  /** A state at the start of a text. */
  createState(): LanguageState
  saveState(state: LanguageState): Float32Array
  /** A state that goes on where the saved one stood. @throws InvalidOptionError on a wrong length */
  loadState(values: Float32Array): LanguageState
  /** Makes one state what another is. Mutates `to`. */
  copyState(from: LanguageState, to: LanguageState): void
  /**
   * Reads one symbol. Mutates `state`.
   *
   * @param weight probability that this is the text at all: a model may take less trouble over what weighs little
   * @returns probability of each symbol that may come next, `[outputs]`, valid until the state reads on
   */
  step(id: number, state: LanguageState, weight?: number): Float32Array
  /** Reads one symbol for each of many states, no two the same. Fills `out` as `[states.length, outputs]`. */
  stepMany(
    ids: ArrayLike<number>,
    states: readonly LanguageState[],
    out: Float32Array,
    weights?: ArrayLike<number>,
  ): void
}
