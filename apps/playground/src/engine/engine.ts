import type { EngineMessage, Inspection, Ready } from './frame.ts'
import type { ReadingOptions } from './options.ts'

/**
 * Reads ciphertext: in a worker of the page, or at the edge. Text is kept by the engine, so that a reading can begin anew under
 * other options, and any letter can be looked at again.
 */
export interface Engine {
  readonly kind: 'browser' | 'edge'
  /** Fetches what it needs; may be called again after a fault. Progress is told by `loading`. */
  load(): Promise<Ready>
  /** Begins a new text. @returns the number of the reading */
  start(options: ReadingOptions): number
  /** Text that has come. It is read as soon as may be. */
  append(text: string): void
  /** Ends the text: all is settled, and `ending` told. */
  flush(): void
  /** Reads the same text again from its start, under other options. @returns the number of the reading */
  again(options: ReadingOptions): number
  /** Looks once more at a short text that nothing has explained, by ciphers that end with it; told by `look`. `stop` ends it. */
  look?(): void
  /** Stops reading, within 100 ms; `resume` goes on. What is settled stays. */
  stop(): void
  resume(): void
  /** Reads letters `from` to before `to` again, at most 2,048, and tells all of them. UTF-16 units. */
  inspect(range: InspectRange): Promise<Inspection>
  /** Calls back for each message, in order. @returns a function that ends it */
  subscribe(listen: (message: EngineMessage) => void): () => void
  /**
   * Takes up the text of before a reload, where the engine has kept it: to be called before `load`. Its frames begin with
   * all that had been settled.
   */
  restore?(): Restored | undefined
  /** Ends the engine and gives back all it holds. */
  close(): void
}

/** A reading that goes on after a reload. */
export interface Restored {
  readonly reading: number
  readonly text: string
  readonly isEnded: boolean
  readonly options: ReadingOptions
}

/** Letters of a text, in UTF-16 units from its start. */
export interface InspectRange {
  readonly from: number
  readonly to: number
}
