import { InvalidOptionError } from '../errors.ts'
import type { Encoding } from './encoding.ts'
import { EncodingError } from './encoding-error.ts'
import { Output } from './output.ts'

/** Numbers before the state: the position, in two parts of 30 bits. */
const HEAD = 2
const PART = 2 ** 30

/**
 * One stream that is encoded or decoded, unit by unit, up to its first fault. Bytes in and out of what carries bytes; a
 * decoder reads text, an encoder writes it.
 *
 * @example
 * import { CodingStream, createHex } from '@runnel/core/encodings'
 * const stream = new CodingStream(createHex(), 'encode')
 * stream.take(Uint8Array.of(0x66, 0x6f))
 * stream.output.takeText() // '666f'
 */
export class CodingStream {
  /** All that was put out and not taken yet. */
  readonly output: Output = new Output()
  readonly #encoding: Encoding
  readonly #coding: Encoding['decoder']
  readonly #state: Int32Array
  #position = 0
  #fault: EncodingError | undefined

  /** @throws InvalidOptionError on a saved state that is none of this encoding */
  constructor(encoding: Encoding, direction: 'encode' | 'decode', saved?: Int32Array) {
    this.#encoding = encoding
    this.#coding = direction === 'encode' ? encoding.encoder : encoding.decoder
    const { stateLength } = this.#coding
    this.#state = new Int32Array(stateLength)
    if (!saved) return
    const isFitting =
      saved.length >= HEAD && saved.length <= HEAD + stateLength && saved[0] >= 0 && saved[1] >= 0
    if (!isFitting) throw new InvalidOptionError('state', saved.length, `what ${encoding.name} saved`)
    this.#position = saved[0] + saved[1] * PART
    this.#state.set(saved.subarray(HEAD))
  }

  /** The place where it went wrong. Nothing is read from there on. It is no part of what `save` gives. */
  get fault(): EncodingError | undefined {
    return this.#fault
  }

  /** Units taken. */
  get position(): number {
    return this.#position
  }

  /** Takes the next chunk, up to a fault. */
  take(chunk: string | Uint8Array): void {
    if (this.#fault) return
    const coding = this.#coding
    const state = this.#state
    const { output } = this
    const isText = typeof chunk === 'string'
    for (let i = 0; i < chunk.length; i++) {
      if (coding.takeMany) {
        i = coding.takeMany(chunk, i, state, output)
        if (i === chunk.length) break
      }
      const unit = isText ? chunk.charCodeAt(i) : chunk[i]
      if (!coding.step(unit, state, output)) {
        this.#position += i
        this.#fail(String.fromCharCode(unit))
        return
      }
    }
    this.#position += chunk.length
  }

  /** Ends the stream: puts out what is left. */
  end(): void {
    if (!this.#coding.end(this.#state, this.output)) this.#fail()
  }

  /** All that it carries to the next chunk. */
  save(): Int32Array {
    let { length } = this.#state
    while (length > 0 && this.#state[length - 1] === 0) length--
    const saved = new Int32Array(HEAD + length)
    saved[0] = this.#position % PART
    saved[1] = Math.floor(this.#position / PART)
    saved.set(this.#state.subarray(0, length), HEAD)
    return saved
  }

  #fail(symbol?: string): void {
    const { most } = this.#coding
    const reason = this.#coding.reasonOf?.(this.#state)
    const isFull = most !== undefined && this.#position >= most
    this.#fault ??= new EncodingError({
      encoding: this.#encoding.name,
      position: this.#position,
      ...(symbol !== undefined && { symbol }),
      ...(isFull && { most }),
      ...(reason !== undefined && { reason }),
    })
  }
}
