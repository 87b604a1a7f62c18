import type { DecipherEvent } from '@runnel/decipher'
import { coalesceEvents } from './coalesce-events.ts'

/**
 * Bytes of events: those that each byte of text earns, those that are there before any, and those that keys and candidates
 * have at the end in any case. Text that waited until then takes up to 6 for each byte, and the end itself 1 KiB. With
 * them an answer, its headers counted, has at most 64 bytes for each byte of its request: the shortest that asks for events
 * has a head of 90 bytes, one that asks for candidates 100.
 */
export const EVENT_BYTES = { perByte: 56, first: 3 * 1024, atEnd: 1024 } as const

/** Bytes that may still be told, and events that wait for more. */
export interface AllowanceState {
  bytes: number
  held: readonly DecipherEvent[]
}

/**
 * Bounds the bytes of events by those of the text, whatever is asked for and however it is cut. What there is no room for
 * waits, and of interim text, keys and candidates only the latest: text that becomes final is told before all else.
 */
export class EventAllowance {
  readonly #sizeOf: (events: readonly DecipherEvent[]) => number
  #bytes: number
  #held: readonly DecipherEvent[]

  /** Goes on from a state; `sizeOf` tells the bytes that events take when they are told. */
  constructor(
    sizeOf: (events: readonly DecipherEvent[]) => number,
    { bytes, held }: AllowanceState = { bytes: EVENT_BYTES.first, held: [] },
  ) {
    this.#sizeOf = sizeOf
    this.#bytes = bytes
    this.#held = held
  }

  get state(): AllowanceState {
    return { bytes: this.#bytes, held: this.#held }
  }

  /** Notes bytes of text. */
  earn(bytes: number): void {
    this.#bytes += bytes * EVENT_BYTES.perByte
  }

  /** Keeps events until the next are told. */
  hold(events: readonly DecipherEvent[]): void {
    this.#held = coalesceEvents([...this.#held, ...events])
  }

  /** Takes events, and gives those, held ones among them, that there is room for; at the end all text. */
  tell(events: readonly DecipherEvent[]): readonly DecipherEvent[] {
    const all = this.#held.length === 0 ? events : coalesceEvents([...this.#held, ...events])
    this.#held = []
    const bytes = this.#sizeOf(all)
    if (this.#bytes >= bytes) {
      this.#bytes -= bytes
      return all
    }
    const told = this.#fewer(withLatestKey(coalesceEvents(all)))
    this.#bytes -= this.#sizeOf(told)
    return told
  }

  /** Chooses what there is room for, and holds the rest; of the end nothing is left. */
  #fewer(all: readonly DecipherEvent[]): readonly DecipherEvent[] {
    const isEnd = all.at(-1)?.type === 'done'
    const chosen = isEnd ? this.#atEnd(all) : this.#choose(all, this.#bytes, formsOf)
    this.#held = isEnd ? [] : all.filter((event) => !chosen.has(event))
    return all.flatMap((event) => chosen.get(event) ?? [])
  }

  /** All text and the end, and of the rest what there is room for. */
  #atEnd(all: readonly DecipherEvent[]): Map<DecipherEvent, DecipherEvent> {
    const end = all.filter(({ type }) => type === 'final' || type === 'done')
    const rest = all.filter((event) => !end.includes(event))
    const room = Math.max(this.#bytes - this.#sizeOf(end), EVENT_BYTES.atEnd)
    const chosen = this.#choose(rest, room, lastFormsOf)
    for (const event of end) chosen.set(event, event)
    return chosen
  }

  /** The events that there is room for, each with the form that it is told in. */
  #choose(
    all: readonly DecipherEvent[],
    room: number,
    forms: (event: DecipherEvent) => DecipherEvent[],
  ): Map<DecipherEvent, DecipherEvent> {
    let left = room
    const chosen = new Map<DecipherEvent, DecipherEvent>()
    for (const type of ['final', 'key', 'interim', 'candidates'] as const) {
      const event = all.find((one) => one.type === type)
      const told = event && forms(event).find((form) => this.#sizeOf([form]) <= left)
      if (!event) continue
      // Text that may still change is told after all that no longer may.
      if (!told && type === 'final') break
      if (!told) continue
      left -= this.#sizeOf([told])
      chosen.set(event, told)
    }
    return chosen
  }
}

/** An event, and what may be told in its stead: interim text without the confidence in it. */
const formsOf = (event: DecipherEvent): DecipherEvent[] => {
  if (event.type !== 'interim' || !event.confidence) return [event]
  const { confidence: _, ...text } = event
  return [event, text]
}

/** The same at the end, where no better time will come: candidates without the least probable. */
const lastFormsOf = (event: DecipherEvent): DecipherEvent[] => {
  if (event.type !== 'candidates') return formsOf(event)
  const { candidates } = event
  return candidates.map((_, cut) => ({ ...event, candidates: candidates.slice(0, candidates.length - cut) }))
}

/** Events without the keys that another has taken the place of. */
const withLatestKey = (events: readonly DecipherEvent[]): DecipherEvent[] => {
  const latest = events.findLast(({ type }) => type === 'key')
  return events.filter((event) => event.type !== 'key' || event === latest)
}
