import type { LanguageModel, LanguageState } from '../language-model.ts'
import { RECENT } from './constants.ts'

/**
 * The memory of a text that a model may not have read to its end: the model's own state, where it has come, and the
 * latest symbols, of which it has yet to read some.
 */
export class LaggingState implements LanguageState {
  /** The latest ids, the latest last. */
  readonly recent: Uint8Array = new Uint8Array(RECENT)
  /** Number of them. */
  length = 0
  /** Symbols read in all, as far as it is counted. */
  symbols = 0
  /** Number of the latest ids that the model has yet to read. */
  unread = 0
  /** Probabilities of the symbol that comes next, once a step has given them. */
  output: Float32Array | undefined
  readonly #model: LanguageModel
  /** Where the model stands; undefined until it is asked to read. */
  #state: LanguageState | undefined
  /** The whole of what was saved, as long as there is no state. */
  #saved: Float32Array | undefined

  constructor(model: LanguageModel, saved?: Float32Array) {
    this.#model = model
    if (!saved) return
    // A checksum is no signature: whatever the numbers are, they are counts and ids.
    this.symbols = saved[0] & MOST_COUNTED
    this.length = Math.min(saved[1] & MOST_COUNTED, RECENT)
    this.unread = Math.min(saved[2] & MOST_COUNTED, this.length)
    const { vocabulary } = model.tokenizer
    for (let i = 0; i < RECENT; i++) this.recent[i] = (saved[HEAD + i] >>> 0) % vocabulary
    this.#saved = saved
  }

  /** Takes a symbol in that the model has yet to read. */
  push(id: number): void {
    if (this.length === RECENT) this.recent.copyWithin(0, 1)
    else this.length++
    this.recent[this.length - 1] = id
    this.symbols = Math.min(this.symbols + 1, MOST_COUNTED)
    // More than are remembered: the model begins anew with those that are.
    if (this.unread === RECENT) this.free()
    else this.unread++
  }

  /** The id that the model is to read next, which counts as read from now on. */
  next(): number {
    return this.recent[this.length - this.unread--]
  }

  /** The model's state. */
  open(): LanguageState {
    this.#state ??= this.#saved
      ? this.#model.loadState(this.#saved.subarray(HEAD + RECENT))
      : this.#model.createState()
    this.#saved = undefined
    return this.#state
  }

  /** Becomes what another one is. */
  copy(from: LaggingState): void {
    this.recent.set(from.recent)
    this.length = from.length
    this.symbols = from.symbols
    this.unread = from.unread
    if (from.#state) this.#model.copyState(from.#state, this.open())
    else {
      this.free()
      this.#saved = from.#saved
    }
  }

  save(): Float32Array {
    const values = new Float32Array(lengthBeside(this.#model))
    values.set([this.symbols, this.length, this.unread])
    values.set(this.recent, HEAD)
    const saved = this.#state ? this.#model.saveState(this.#state) : this.#saved?.subarray(HEAD + RECENT)
    if (saved) values.set(saved, HEAD + RECENT)
    return values
  }

  free(): void {
    this.#state?.free()
    this.#state = undefined
    this.#saved = undefined
  }
}

/** Numbers in front of a saved state: symbols, latest ids, those of them unread. */
const HEAD = 3

/** Symbols that are counted at the most, all bits 1: any number beyond which nothing changes. */
const MOST_COUNTED = 255

/** Numbers of a saved state. */
export const lengthBeside = ({ stateLength }: LanguageModel): number => HEAD + RECENT + stateLength
