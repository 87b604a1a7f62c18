import type { EventKey, Fit } from './events.ts'

/** A key that is held possible, and the part that the latest symbol has in that. */
export interface TracedKey {
  /** The key as events tell it; the same object each time where keys are listed. */
  readonly named: { readonly cipher: string; readonly key: EventKey }
  /** Probability of the key, the symbol included; of all keys together it is `1 - unknown`. */
  readonly weight: number
  /** Probability of the symbol under this key, before it came; undefined where the symbol said nothing, or brought the key. */
  readonly likely: number | undefined
  /** The UTF-16 unit that the key reads the symbol as. */
  readonly unit: number
}

/** The keys of a search over keys after a symbol, and what the best of them expected and remembers. */
export interface KeyTrace {
  /** Probability that no key explains the text. */
  readonly unknown: number
  /** The most probable key, and where it began to hold, in UTF-16 units; undefined where none explains the text. */
  best(): { readonly named: TracedKey['named']; readonly since: number } | undefined
  /** All keys that are alive, in no order. */
  keys(): TracedKey[]
  /**
   * Probability of each token, `[vocabulary]`, that the model expected under the key that was best before the symbol;
   * undefined where the model did not read it. A copy.
   */
  expected(): Float32Array | undefined
  /** The best key's state of the model, as `saveState` gives it; undefined at the start of a stream. */
  state(): Float32Array | undefined
}

/** All that one symbol did to the belief of a session. Its methods hold until the session reads on. */
export interface SymbolTrace extends KeyTrace {
  /** UTF-16 units from the start of the stream. */
  readonly start: number
  /** The symbol, one UTF-16 unit. */
  readonly unit: number
  /** Probability of the symbol, all keys taken together; 1 where it said nothing. */
  readonly likely: number
  /** The fit of the text so far to the language. */
  fit(): Fit | undefined
}

/** Takes the trace of each symbol, as soon as a belief has read it. */
export type TakeTrace = (trace: SymbolTrace) => void
