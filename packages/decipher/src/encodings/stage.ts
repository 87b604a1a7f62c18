import {
  createDecodingStream,
  createEncoding,
  type DecodingOptions,
  type EncodingLook,
  encodingLooks,
  encodings,
  findEncodings,
  MOST_UNDECIDED,
  mayBe,
  type TextStream,
} from '@runnel/core/encodings'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import { readNumbers, saveNumbers } from './numbers.ts'

/**
 * Of a stage: its text waits to be decided; an encoding is taken off; text passes as it stands; what the encoding holds is
 * compressed and broken, so that the rest of it is passed over.
 */
const MODES = { undecided: 0, decoding: 1, passing: 2, broken: 3 } as const

/** Stands for what cannot be read. */
const LOST = '\ufffd'

/** Matches nothing: any text may be reversed. */
const NEVER = /(?!)/

/**
 * One encoding that may stand around the text of a stream, with the compression that is in it. Its beginning waits until it is decided; text that turns out to
 * be in no encoding, or no longer in it, passes as it stands.
 */
export class Stage {
  /** The encoding that was taken off, such as `hex` or `base64 > gzip`, or empty. */
  name = ''
  #mode: number = MODES.undecided
  #held = ''
  /** Encodings that the beginning may be in. */
  #looks: readonly EncodingLook[] = encodingLooks()
  #stream: TextStream | undefined
  /** Takes the compression off what the stream gives. */
  #inflating: TextStream | undefined
  #stranger: RegExp = NEVER
  /** UTF-16 units that the stream has taken. */
  #taken = 0
  readonly #options: DecodingOptions | undefined

  constructor(saved?: ByteReader, options?: DecodingOptions) {
    this.#options = options
    if (!saved) return
    this.#mode = saved.uint16()
    const length = saved.uint16()
    saved.demand(this.#mode <= MODES.broken && length <= MOST_UNDECIDED)
    for (let i = 0; i < length; i++) this.#held += String.fromCharCode(saved.uint16())
    if (length > 0) this.#narrow()
    this.#taken = saved.float64()
    const name = saved.text()
    if (this.#isTaking) {
      const mode = this.#mode
      const names = name.split(' > ')
      saved.demand(names.length <= 2 && names.every((one) => Object.hasOwn(encodings, one)))
      this.#decode(names, saved)
      this.#mode = mode
    } else this.name = name
  }

  get undecided(): string {
    return this.#held
  }

  get isDecided(): boolean {
    return this.#mode !== MODES.undecided
  }

  get #isTaking(): boolean {
    return this.#mode === MODES.decoding || this.#mode === MODES.broken
  }

  push(text: string): string {
    let from = 0
    for (; !this.isDecided && from < text.length; from++) {
      this.#held += text[from]
      this.#narrow()
      if (this.#looks.length === 0) this.#mode = MODES.passing
      else if (this.#held.length === MOST_UNDECIDED) this.#decide(false)
    }
    return this.isDecided ? this.#read(this.#takeHeld() + text.slice(from)) : ''
  }

  /** Decides by what has come. */
  settle(): string {
    if (!this.isDecided) this.#decide(true)
    return this.#read(this.#takeHeld())
  }

  flush(): string {
    return this.settle() + (this.#isTaking ? this.#leave() : '')
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#mode)
    writer.uint16(this.#held.length)
    for (let i = 0; i < this.#held.length; i++) writer.uint16(this.#held.charCodeAt(i))
    writer.float64(this.#taken)
    writer.text(this.name)
    if (!this.#isTaking) return
    for (const stream of [this.#stream, this.#inflating]) if (stream) saveNumbers(stream.save(), writer)
  }

  #narrow(): void {
    // Spaces around a text that was copied are no part of it.
    const text = this.#held.trim()
    this.#looks = this.#looks.filter((look) => mayBe(look, text))
  }

  #takeHeld(): string {
    const held = this.#isTaking ? this.#held.trimStart() : this.#held
    this.#held = ''
    return held
  }

  #decide(isWhole: boolean): void {
    const [name, inner] = findEncodings(this.#held.trim(), isWhole)
    this.#mode = MODES.passing
    this.#looks = []
    if (name === undefined) return
    const isCompressed = inner !== undefined && createEncoding(inner).signs === 'bytes'
    this.#decode(isCompressed ? [name, inner] : [name])
  }

  #decode([name, inner]: readonly string[], saved?: ByteReader): void {
    this.#mode = MODES.decoding
    this.name = inner === undefined ? name : `${name} > ${inner}`
    this.#stranger = encodingLooks().find((look) => look.name === name)?.stranger ?? NEVER
    const numbers = (): Int32Array | undefined => saved && readNumbers(saved)
    const options = inner === undefined ? this.#options : { asBytes: true }
    this.#stream = createDecodingStream(createEncoding(name), numbers(), options)
    if (inner === undefined) return
    this.#inflating = createDecodingStream(createEncoding(inner), numbers(), this.#options)
  }

  /** Decodes as far as the encoding goes; the rest stands as it is. */
  #read(text: string): string {
    const stream = this.#stream
    if (!this.#isTaking || !stream) return text
    const stranger = text.search(this.#stranger)
    const part = stranger === -1 ? text : text.slice(0, stranger)
    const decoded = this.#contentOf(stream.push(part))
    const end = stream.fault ? stream.fault.position - this.#taken : part.length
    this.#taken += end
    return end === text.length ? decoded : decoded + this.#leave() + text.slice(end)
  }

  /** The text that is in what was decoded: the same, unless it is compressed. */
  #contentOf(decoded: string): string {
    const inflating = this.#inflating
    if (!inflating) return decoded
    if (this.#mode === MODES.broken) return ''
    const content = inflating.push(decoded)
    if (!inflating.fault) return content
    this.#mode = MODES.broken
    return content + LOST
  }

  /** Ends the encoding. @returns the text that this completes, U+FFFD where a part is missing */
  #leave(): string {
    const isWhole = this.#stream?.fault === undefined
    let text = this.#contentOf(this.#stream?.flush() ?? '')
    if (this.#inflating && this.#mode !== MODES.broken) {
      text += this.#inflating.flush()
      if (this.#inflating.fault) text += LOST
    } else if (!this.#inflating && isWhole && this.#stream?.fault) text += LOST
    this.#mode = MODES.passing
    return text
  }
}
