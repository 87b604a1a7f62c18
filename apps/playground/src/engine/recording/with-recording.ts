import type { Engine, InspectRange } from '../engine.ts'
import type { EngineMessage, Frame, Inspection } from '../frame.ts'
import { Listeners } from '../listeners.ts'
import type { ReadingOptions } from '../options.ts'
import { momentOf, type Recording } from './recording.ts'

/** A text that was recorded, and its recording, which is brought when the text is read. */
export interface Recorded {
  readonly text: string
  bring(): Promise<Recording>
}

/**
 * The same engine, which answers from a recording where the text is one that was recorded, though its model is still to come.
 * Whatever else is asked for, reading the same text otherwise too, the engine does itself; that text as well where its
 * recording does not come.
 */
export const withRecording = (engine: Engine, { text, bring }: Recorded): Engine => {
  const listeners = new Listeners<EngineMessage>()
  engine.subscribe((message) => listeners.tell(message))
  /** A reading that nothing has come of yet: its text may be the recorded one. */
  let fresh: { reading: number; options: ReadingOptions } | undefined
  /** The recording that is played. */
  let playing: Promise<Recording> | undefined

  const play = async (reading: number): Promise<void> => {
    const bringing = bring()
    playing = bringing
    const recording = await bringing.catch(() => undefined)
    if (playing !== bringing) return
    if (recording === undefined) {
      leave()
      return engine.flush()
    }
    listeners.tell({ type: 'started', reading, ...recording.started })
    listeners.tell({ type: 'frame', ...wholeOf(recording, reading) })
  }
  /** Has the engine itself read the text. */
  const leave = (): void => {
    if (!playing) return
    playing = undefined
    engine.append(text)
  }

  return {
    kind: engine.kind,
    load: () => engine.load(),
    start(options) {
      playing = undefined
      fresh = { reading: engine.start(options), options }
      return fresh.reading
    },
    append(piece) {
      const begun = fresh
      fresh = undefined
      if (begun && piece === text && isUsual(begun.options)) return void play(begun.reading)
      leave()
      engine.append(piece)
    },
    flush() {
      if (!playing) engine.flush()
    },
    again(options) {
      if (playing) {
        leave()
        engine.flush()
      }
      return engine.again(options)
    },
    look: () => engine.look?.(),
    stop() {
      if (!playing) engine.stop()
    },
    resume() {
      if (!playing) engine.resume()
    },
    inspect: async (range) => (playing ? inspectionOf(await playing, range) : engine.inspect(range)),
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
