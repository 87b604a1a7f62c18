import type { Engine, InspectRange } from '../engine.ts'
import type { EngineMessage, Frame, Inspection } from '../frame.ts'
import { Listeners } from '../listeners.ts'
import type { ReadingOptions } from '../options.ts'
import { momentOf, type Recording } from './recording.ts'

/**
 * The same engine, which answers at once where the text is one that was recorded, though its model is still to come. Whatever
 * else is asked for, reading the same text otherwise too, the engine does itself.
 */
export const withRecording = (engine: Engine, recording: Recording): Engine => {
  const listeners = new Listeners<EngineMessage>()
  engine.subscribe((message) => listeners.tell(message))
  /** A reading that nothing has come of yet: its text may be the recorded one. */
  let fresh: { reading: number; options: ReadingOptions } | undefined
  let isPlaying = false

  const play = (reading: number): void => {
    isPlaying = true
    // Whoever began the reading is to know its number first.
    queueMicrotask(() => {
      if (!isPlaying) return
      listeners.tell({ type: 'started', reading, ...recording.started })
      listeners.tell({ type: 'frame', ...wholeOf(recording, reading) })
    })
  }
  /** Has the engine itself read the text. */
  const leave = (): void => {
    if (!isPlaying) return
    isPlaying = false
    engine.append(recording.text)
  }

  return {
    kind: engine.kind,
    load: () => engine.load(),
    start(options) {
      isPlaying = false
      fresh = { reading: engine.start(options), options }
      return fresh.reading
    },
    append(text) {
      const begun = fresh
      fresh = undefined
      if (begun && text === recording.text && isUsual(begun.options)) return play(begun.reading)
      leave()
      engine.append(text)
    },
    flush() {
      if (!isPlaying) engine.flush()
    },
    again(options) {
      if (isPlaying) {
        leave()
        engine.flush()
      }
      return engine.again(options)
    },
    look: () => engine.look?.(),
    stop() {
      if (!isPlaying) engine.stop()
    },
    resume() {
      if (!isPlaying) engine.resume()
    },
    inspect: (range) => (isPlaying ? Promise.resolve(inspectionOf(recording, range)) : engine.inspect(range)),
    subscribe: (listen) => listeners.add(listen),
    close: () => engine.close(),
  }
}

/** Options under which the recording was made. */
const isUsual = ({ cipher, locks = [], word, stretches, watch, commit }: ReadingOptions): boolean =>
  cipher === 'auto' && locks.length === 0 && !word && !stretches && !watch && !commit

/** A part of a recording, as an engine would have read it again. */
const inspectionOf = (recording: Recording, { from, to }: InspectRange): Inspection => {
  const end = Math.min(to, recording.moments.length)
  const columns = Array.from(
    { length: Math.max(0, end - from) },
    (_, at) => momentOf(recording, from + at).column,
  )
  const { settled, waiting, candidates = [] } = momentOf(recording, Math.max(0, end - 1))
  return { columns, names: [], settled, waiting, candidates, now: [] }
}

/** All of a recording as one frame. */
const wholeOf = (recording: Recording, reading: number): Frame => {
  const { text, plaintext, names, moments, ending } = recording
  const all = moments.map((_, at) => momentOf(recording, at))
  return {
    reading,
    read: text.length,
    total: text.length,
    settled: plaintext,
    waiting: { start: plaintext.length, text: '', confidence: new Uint8Array(0) },
    news: all.flatMap(({ news }) => news),
    candidates: all.at(-1)?.candidates ?? [],
    names,
    columns: all.map(({ column }) => column),
    speed: 0,
    ...ending,
  }
}
