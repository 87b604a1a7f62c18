import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { DecipherEvent } from '../session/events.ts'
import { MOST_KEPT, SURE } from './constants.ts'

/** A text that may be looked at again, and what would be final of it but for that. */
export class KeptText {
  /** Whether it may still be looked at again. */
  isOpen = true
  /** The text as it came. */
  text = ''
  #final = ''

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.isOpen = saved.uint16() === 1
    this.text = readUnits(saved)
    this.#final = readUnits(saved)
  }

  /** Takes text in, with the events that it gave. @returns these, without what is final as long as no sure key is told */
  keep(text: string, events: DecipherEvent[]): DecipherEvent[] {
    if (!this.isOpen) return events
    const told: DecipherEvent[] = []
    let isInterim = false
    for (const event of events) {
      if (!this.isOpen) told.push(event)
      else if (event.type === 'final') {
        this.#final += event.text
        isInterim = true
      } else if (event.type === 'interim') {
        isInterim = false
        const confidence = event.confidence && [
          ...Array<number>(this.#final.length).fill(1),
          ...event.confidence,
        ]
        told.push({ ...event, start: 0, text: this.#final + event.text, ...(confidence && { confidence }) })
      } else {
        if (event.type === 'key' && event.cipher !== 'unknown' && event.probability >= SURE) {
          told.push(...this.release())
        }
        told.push(event)
      }
    }
    if (!this.isOpen) return told
    this.text += text
    if (this.text.length > MOST_KEPT) return [...told, ...this.release()]
    return isInterim ? [...told, { type: 'interim', start: 0, text: this.#final }] : told
  }

  /** It is not looked at again: all that was final is. */
  release(): DecipherEvent[] {
    const text = this.#final
    this.isOpen = false
    this.text = this.#final = ''
    return text === '' ? [] : [{ type: 'final', start: 0, text }]
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.isOpen ? 1 : 0)
    for (const text of [this.text, this.#final]) {
      writer.uint16(text.length)
      for (let i = 0; i < text.length; i++) writer.uint16(text.charCodeAt(i))
    }
  }
}

const readUnits = (saved: ByteReader): string => {
  const length = saved.uint16()
  saved.demand(length <= MOST_KEPT)
  return String.fromCharCode(...Array.from({ length }, () => saved.uint16()))
}
