import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { DecipherEvent } from '../session/events.ts'
import { LONGEST_FLAG } from './constants.ts'
import type { FlagReader, ReadFlag } from './read-flag.ts'

/** White space in front of a flag at the most. */
const MOST_SPACE = 64

/** The beginning of a stream, as long as it may be a flag, and what is final of it but for that. */
export class FlagHead {
  readonly #reader: FlagReader
  /** Whether the text may still be a flag. */
  isOpen = true
  #text = ''
  #final = ''

  constructor(reader: FlagReader, saved?: ByteReader) {
    this.#reader = reader
    if (!saved) return
    this.isOpen = saved.uint16() === 1
    this.#text = readUnits(saved)
    this.#final = readUnits(saved)
    saved.demand(this.#final.length <= this.#text.length)
  }

  /**
   * Takes text in, up to the end of a flag.
   *
   * @returns the flag, with the white space before it, the text that it was read from, and where the text goes on
   */
  take(text: string): { flag?: ReadFlag | undefined; taken: string; end: number } {
    for (let end = 1; end <= text.length; end++) {
      this.#text += text[end - 1]
      const flag = this.#text.trimStart()
      const space = this.#text.slice(0, this.#text.length - flag.length)
      const shape = space.length > MOST_SPACE ? 'none' : this.#reader.shapeOf(flag)
      if (shape === 'open') continue
      this.isOpen = false
      const read = shape === 'closed' ? this.#reader.read(flag) : undefined
      if (read) this.#final = ''
      return { flag: read && { ...read, text: space + read.text }, taken: this.#text, end }
    }
    return { taken: '', end: text.length }
  }

  /** The same events, but what is final waits as long as the text may be a flag. */
  withhold(events: DecipherEvent[]): DecipherEvent[] {
    if (!this.isOpen) return [...this.release(), ...events]
    const before = this.#final
    for (const event of events) if (event.type === 'final') this.#final += event.text
    const last = events.findLast((event) => event.type === 'interim')
    const rest = events.filter(({ type }) => type !== 'final' && type !== 'interim')
    if (!last && this.#final === before) return rest
    const confidence = last?.confidence && [...Array<number>(this.#final.length).fill(1), ...last.confidence]
    const text = this.#final + (last?.text ?? '')
    return [...rest, { type: 'interim', start: 0, text, ...(confidence && { confidence }) }]
  }

  /** The text is no flag, or is not waited for: all that was final is. */
  release(): DecipherEvent[] {
    const text = this.#final
    this.isOpen = false
    this.#final = this.#text = ''
    return text === '' ? [] : [{ type: 'final', start: 0, text }]
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.isOpen ? 1 : 0)
    for (const text of [this.#text, this.#final]) {
      writer.uint16(text.length)
      for (let i = 0; i < text.length; i++) writer.uint16(text.charCodeAt(i))
    }
  }
}

const readUnits = (saved: ByteReader): string => {
  const length = saved.uint16()
  saved.demand(length <= LONGEST_FLAG + MOST_SPACE + 1)
  return String.fromCharCode(...Array.from({ length }, () => saved.uint16()))
}
