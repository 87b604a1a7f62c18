import type { KeyFilter } from '../belief/belief.ts'
import type { Readings } from '../belief/hypothesis/readings.ts'
import type { KeySpace } from '../keys/key-space.ts'
import { type ByteReader, createByteReader, createByteWriter } from '../saving/bytes.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { Belief, Inference, InferenceStream } from '../session/inference.ts'
import { Watch } from './attention.ts'
import type { WatchMode } from './live-options.ts'
import { type CommitRule, Waiting } from './unsettled-text.ts'

/** What is needed to infer the key of a stream while it arrives. */
export interface LiveParts {
  fingerprint: string
  space: KeySpace
  readings: Readings
  rule: CommitRule
  watch: WatchMode
  /** Letters between two probes of `adaptive`. */
  gap: number
  createFilter(saved?: ByteReader): KeyFilter
}

/** Infers the key live: the filter says what to believe, and text is final once the belief allows it. */
export const createLiveInference = (parts: LiveParts): Inference => ({
  fingerprint: parts.fingerprint,
  alphabet: parts.space.alphabet,
  createStream: (saved) => createLiveStream(parts, saved && createByteReader(saved)),
})

/** No key told yet. */
const NONE = 0xffff

const createLiveStream = (parts: LiveParts, saved?: ByteReader): InferenceStream => {
  const { space, readings, rule, createFilter } = parts
  let told = saved?.uint16() ?? NONE
  let toldSure = saved?.uint16() === 1
  const waiting = new Waiting(readings, rule, saved)
  const filter = createFilter(saved)
  const watch = new Watch(parts, filter, waiting, saved)
  saved?.end()

  const belief = (): Belief => {
    const { cipher, key } = space.keys[filter.key]
    return { cipher, key, probability: Math.min(1, filter.probability) }
  }

  /** Tells the best key when it is another, or probable enough for the first time. */
  const tellKey = (events: DecipherEvent[], start: number): void => {
    const isSure = filter.probability >= rule.probability
    if (filter.key === told && (toldSure || !isSure)) return
    told = filter.key
    toldSure = isSure
    events.push({ type: 'key', start, ...belief() })
  }

  return {
    read(text, start) {
      const events: DecipherEvent[] = []
      const from = waiting.start
      const tell = (position: number): void => tellKey(events, position)
      let settled = ''
      for (let i = 0; i < text.length; i++) {
        if (watch.isAsleep) {
          settled += readings.textOf(filter.key, text.slice(i))
          waiting.pass(text.length - i)
          break
        }
        settled += watch.read(text.charCodeAt(i), start + i, tell)
      }
      if (settled) events.push({ type: 'final', start: from, text: settled })
      if (waiting.length > 0) {
        events.push({
          type: 'interim',
          start: waiting.start,
          text: waiting.text(filter),
          confidence: waiting.confidence(filter),
        })
      }
      return events
    },
    settle() {
      const events: DecipherEvent[] = []
      const start = waiting.start
      const text = watch.readAll((position) => tellKey(events, position)) + waiting.settle(filter, true)
      if (text) events.push({ type: 'final', start, text })
      return events
    },
    belief,
    save() {
      const writer = createByteWriter()
      writer.uint16(told)
      writer.uint16(toldSure ? 1 : 0)
      waiting.save(writer)
      filter.save(writer)
      watch.save(writer)
      return writer.bytes()
    },
    free() {
      watch.free()
      filter.free()
    },
  }
}
