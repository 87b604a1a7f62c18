/** Reads a text symbol by symbol, and tells what each costs, in twelfths of a bit. */
export interface CostReader<State = unknown> {
  /** Work of a symbol, in steps of a small net. */
  readonly work: number
  /** Memory of a text at its start, as if a space had been read. */
  create(): State
  /** Makes one memory what another is. Mutates `to`. */
  copy(from: State, to: State): void
  /** Reads a symbol by its token id. Mutates `state`. @returns its cost */
  read(id: number, state: State): number
}
