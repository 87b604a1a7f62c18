import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { DecipherEvent, InterimEvent } from '../session/events.ts'
import { MOST_FLAGS, MOST_REMEMBERED } from './constants.ts'
import type { Passage, PassageFinder } from './passages.ts'

/** Finds passages, and says how each is read. */
export interface PassageReader extends PassageFinder {
  /** @param reading the passage as the key around it reads it */
  read(passage: string, kind: Passage['kind'], reading: string): string
}

/** A text that another session reads, from where its finals were told on: passages in it are told once they are known to their end. */
export class UnreadPassages {
  readonly #reader: PassageReader
  #start = 0
  /** The unit before, and the text as it was given. */
  #before = ''
  #text = ''
  /** As much of it as the other session calls final. */
  #final = ''
  /** Flags that were told. */
  #flags = 0
  /** Readings of passages by what they are and how they are read around them: none is worked out each time it is shown. */
  readonly #remembered = new Map<string, string>()

  constructor(reader: PassageReader, saved?: ByteReader) {
    this.#reader = reader
    if (!saved) return
    this.#start = saved.float64()
    this.#before = readUnits(saved)
    this.#text = readUnits(saved)
    this.#final = readUnits(saved)
    this.#flags = saved.uint16()
    saved.demand(this.#flags <= MOST_FLAGS)
    const isSound = Number.isSafeInteger(this.#start) && this.#start >= 0
    saved.demand(isSound && this.#before.length <= 1 && this.#final.length <= this.#text.length)
  }

  /** Takes in text that the other session is to read. */
  take(text: string): void {
    this.#text += text
  }

  /** Events of the other session with passages as they are read. @param isEnd whether what is final has no passage that goes on */
  tell(events: readonly DecipherEvent[], isEnd: boolean): DecipherEvent[] {
    const told: DecipherEvent[] = []
    const before = this.#final
    let interim: InterimEvent | undefined
    for (const event of events) {
      if (event.type === 'final') this.#final += event.text
      if (event.type === 'interim') interim = event
      else if (event.type !== 'final') told.push(event)
    }
    const done = told.at(-1)?.type === 'done' ? told.pop() : undefined
    const { text, end, flags } = this.#readUpTo(this.#final, isEnd)
    this.#flags += flags
    if (end > 0) told.push({ type: 'final', start: this.#start, text })
    this.#leave(end)
    const isHeld = this.#final !== '' && this.#final !== before
    if (interim || isHeld) told.push(this.#interim(interim))
    return done ? [...told, done] : told
  }

  #leave(units: number): void {
    if (units === 0) return
    this.#start += units
    this.#before = this.#text[units - 1]
    this.#text = this.#text.slice(units)
    this.#final = this.#final.slice(units)
    this.#remembered.clear()
  }

  #interim(given: InterimEvent | undefined): InterimEvent {
    const reading = this.#final + (given?.text ?? '')
    const { text, end } = this.#readUpTo(reading, false)
    const confidence = given?.confidence && [
      ...Array<number>(this.#final.length).fill(1),
      ...given.confidence,
    ]
    return {
      type: 'interim',
      start: this.#start,
      text: text + reading.slice(end),
      ...(confidence && { confidence }),
    }
  }

  /** A reading with its passages, up to one that is not known to its end. */
  #readUpTo(reading: string, isEnd: boolean): Read {
    const given = this.#before + this.#text
    const offset = this.#before.length
    let [text, at, flags] = ['', 0, 0]
    while (at < reading.length) {
      const found = this.#reader.find(given, offset + at, isEnd)
      const [from, to] = found ? [found.from - offset, found.to - offset] : [reading.length, reading.length]
      text += reading.slice(at, from)
      at = Math.min(from, reading.length)
      if (!found || from >= reading.length || found.isOpen || to > reading.length) break
      if (found.kind === 'flag') flags++
      text += this.#read(this.#text.slice(from, to), found.kind, reading.slice(from, to), flags)
      at = to
    }
    return { text, end: at, flags: Math.min(flags, MOST_FLAGS - this.#flags) }
  }

  #read(passage: string, kind: Passage['kind'], reading: string, flags: number): string {
    if (kind === 'flag' && this.#flags + flags > MOST_FLAGS) return reading
    const name = `${passage}\n${reading}`
    const known = this.#remembered.get(name)
    if (known !== undefined) return known
    if (this.#remembered.size === MOST_REMEMBERED) this.#remembered.clear()
    const text = this.#reader.read(passage, kind, reading)
    this.#remembered.set(name, text)
    return text
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#start)
    for (const text of [this.#before, this.#text, this.#final]) {
      writer.int32(text.length)
      for (let i = 0; i < text.length; i++) writer.uint16(text.charCodeAt(i))
    }
    writer.uint16(this.#flags)
  }
}

/** A reading up to a place, and the flags in it. */
interface Read {
  readonly text: string
  readonly end: number
  readonly flags: number
}

const readUnits = (saved: ByteReader): string => {
  const length = saved.int32()
  saved.demand(length >= 0)
  let text = ''
  for (let i = 0; i < length; i++) text += String.fromCharCode(saved.uint16())
  return text
}
