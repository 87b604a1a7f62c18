import {
  createDecodingStream,
  createEncoding,
  type DecodingOptions,
  encodingLooks,
  isEncoding,
  type TextStream,
} from '@runnel/core/encodings'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import { readNumbers, saveNumbers } from './numbers.ts'

/** Stands for what cannot be read. */
const LOST = '\ufffd'

/** Matches nothing: a sentence that is reversed, or what has no signs of its own, goes on to the end. */
const NEVER = /(?!)/

/** Begins a sentence from its end. */
const STOP = /^\s*[.!?\u2026]/

/** Ends what is turned around an encoding; backwards, a flag may be. */
const endOfTurned = (name: string): RegExp | undefined => {
  if (name === 'reversed' || name === 'rot47') return /[^!-~\r\n]/
  return /^(?:rot|atbash|caesar)/.test(name) ? /[^\w+/=\r\n-]/ : undefined
}

/** A line that `=` ends, and where the next one begins: text, or the same encoding once more. */
const ENDED_LINE = /=\s*[\r\n]\s*(?=\S)/
/** As much of it as a chunk may end with. */
const ENDS = ['', '=', '=\n']

/** An encoding that is taken off, with the compression that is in it, up to where it ends. */
export class TakenEncoding {
  /** Such as `hex` or `base64 > gzip`. */
  readonly name: string
  readonly #stream: TextStream
  /** Takes the compression off what the stream gives. */
  readonly #inflating: TextStream | undefined
  readonly #stranger: RegExp
  readonly #isPadded: boolean
  /** Whether it is a sentence backwards, and not an encoding or a flag. */
  readonly #isSentence: boolean
  readonly #carries: 'bytes' | 'text'
  /** UTF-16 units that the stream has taken, and the last of them. */
  #taken = 0
  #last = 0
  /** Of the line that may have ended, one of `ENDS`. */
  #end = ''
  /** Whether what is compressed is broken, so that the rest of it is passed over. */
  #isBroken = false

  /** @param beginning the text that it was found in */
  constructor(
    name: string,
    beginning: string,
    { options, saved }: { options?: DecodingOptions | undefined; saved?: ByteReader } = {},
  ) {
    this.name = name
    const [outer, inner] = name.split(' > ')
    this.#isSentence = saved ? saved.uint16() === 1 : outer === 'reversed' && STOP.test(beginning)
    const look = encodingLooks().find((one) => one.name === outer)
    this.#stranger = this.#isSentence ? NEVER : (endOfTurned(outer) ?? look?.stranger ?? NEVER)
    const encoding = createEncoding(outer)
    this.#carries = encoding.carries
    this.#isPadded = /^base(?:64|32)/.test(outer)
    if (saved) {
      this.#taken = saved.float64()
      this.#last = saved.uint16()
      this.#end = ENDS[saved.uint16()] ?? ''
      this.#isBroken = saved.uint16() === 1
    }
    const numbers = (): Int32Array | undefined => saved && readNumbers(saved)
    this.#stream = createDecodingStream(
      encoding,
      numbers(),
      inner === undefined ? options : { asBytes: true },
    )
    if (inner === undefined) return
    this.#inflating = createDecodingStream(createEncoding(inner), numbers(), options)
  }

  /** The one that `save` wrote. @throws SnapshotFormatError */
  static read(saved: ByteReader, options?: DecodingOptions): TakenEncoding {
    const name = saved.text()
    const names = name.split(' > ')
    saved.demand(names.length <= 2 && names.every(isEncoding))
    return new TakenEncoding(name, '', { options, saved })
  }

  /** Decodes as far as the encoding goes. @returns the text, and how many units were taken: all, unless it has ended */
  read(text: string): { decoded: string; end: number } {
    const stranger = text.search(this.#stranger)
    const signs = stranger === -1 ? text : text.slice(0, stranger)
    const part = this.#isPadded ? signs.slice(0, this.#endOfLine(signs)) : signs
    const decoded = this.#contentOf(this.#stream.push(part))
    const { fault } = this.#stream
    const end = fault ? fault.position - this.#taken : part.length
    this.#taken += end
    if (end > 0) this.#last = text.charCodeAt(end - 1)
    if (end === text.length) return { decoded, end }
    // A line end that bytes were written over is the text's where more of it follows.
    const isLineEnd = this.#last === 0x0a && this.#carries === 'bytes'
    return { decoded: decoded + this.leave() + (isLineEnd ? '\n' : ''), end }
  }

  /** Where a line that `=` ends gives way to the next, if it does. */
  #endOfLine(text: string): number | undefined {
    const joined = this.#end + text
    const ended = ENDED_LINE.exec(joined)
    if (ended) return ended.index + ended[0].length - this.#end.length
    const [, after] = /=(\s*)$/.exec(joined) ?? []
    this.#end = after === undefined ? '' : /[\r\n]/.test(after) ? '=\n' : '='
    return undefined
  }

  /** Ends the encoding. @returns the text that this completes, U+FFFD where a part is missing */
  leave(): string {
    const isWhole = this.#stream.fault === undefined
    let text = this.#contentOf(this.#stream.flush())
    if (this.#inflating && !this.#isBroken) {
      text += this.#inflating.flush()
      if (this.#inflating.fault) text += LOST
    } else if (!this.#inflating && isWhole && this.#stream.fault) text += LOST
    return text
  }

  save(writer: ByteWriter): void {
    writer.text(this.name)
    writer.uint16(this.#isSentence ? 1 : 0)
    writer.float64(this.#taken)
    writer.uint16(this.#last)
    writer.uint16(ENDS.indexOf(this.#end))
    writer.uint16(this.#isBroken ? 1 : 0)
    for (const stream of [this.#stream, this.#inflating]) if (stream) saveNumbers(stream.save(), writer)
  }

  /** The text that is in what was decoded: the same, unless it is compressed. */
  #contentOf(decoded: string): string {
    const inflating = this.#inflating
    if (!inflating) return decoded
    if (this.#isBroken) return ''
    const content = inflating.push(decoded)
    if (!inflating.fault) return content
    this.#isBroken = true
    return content + LOST
  }
}
