import type { Tokenizer } from '@runnel/core'
import type { LanguageModel } from '../language-model.ts'

/**
 * Counts of which symbols follow which, smoothed and pruned: a tree of contexts, each with what it knows better than the
 * context that is one symbol shorter. Answers for any context. Frozen, and shared by any number of streams.
 */
export interface Counts {
  readonly name: string
  /** SHA-256 of their file in hexadecimal. */
  readonly id: string
  readonly tokenizer: Tokenizer
  /** Symbols that a probability depends on at most, the one foretold not counted. */
  readonly depth: number
  /** The longest known context that the first `length` of `ids` end with: a number that `probabilityOf` takes. */
  contextOf(ids: ArrayLike<number>, length: number): number
  /** Whether some known contexts are longer than the last `length` of `ids`, and end with them. */
  hasLonger(ids: ArrayLike<number>, length: number): boolean
  /** Probability that a symbol comes next. */
  probabilityOf(id: number, context: number): number
  /** Fills `out` with the probability of each symbol, that of id 1 at `at` + 1. */
  fill(context: number, out: Float32Array, at: number): void
  /** A model that leaves to the counts what weighs little. @throws InvalidOptionError when its symbols are others */
  beside(model: LanguageModel): LanguageModel
}

/** Counts as their file holds them. */
export interface CountsDefinition {
  readonly name: string
  readonly tokenizer: {
    readonly alphabet: string
    readonly digit?: string
    readonly space?: string
    readonly other?: string
  }
  /** Cost of each symbol from id 1 on where nothing is known before it, in quarters of a bit, 0 to 255. */
  readonly levels: Uint8Array
  /** The empty context. It has no exceptions. */
  readonly root: ContextNode
}

/** A context. */
export interface ContextNode {
  /**
   * Ids of the symbols whose cost is not that of the context one symbol shorter, and by how many steps (`STEPS`) it is
   * larger or, negative, smaller. What costs then sum to is made up for by scaling.
   */
  readonly exceptions: ReadonlyMap<number, number>
  /** The contexts that are one symbol longer, by the id of that symbol, which stands in front. */
  readonly longer: ReadonlyMap<number, ContextNode>
}
