import { type Signal, signal } from '@preact/signals'
import type {
  Connection,
  Engine,
  EngineFault,
  EngineMessage,
  Inspection,
  Look,
  ReadingOptions,
  Ready,
  Restored,
} from '../../engine/index.ts'
import { ASK_AGAIN, MOST_INSPECTED } from './constants.ts'
import { DrawingPace, type Progress } from './drawing-pace.ts'
import { isLasting } from './is-lasting.ts'
import type { Moment } from './moment.ts'
import { ReadingLog } from './reading-log.ts'
import { isUnexplained } from './unexplained.ts'

/** Holds an engine, the text it was given and all it has told; bumps `version` once an animation frame. */
export class Reader {
  /** Rises when the log has changed: whoever draws the log reads it first. */
  readonly version: Signal<number> = signal(0)
  readonly ready: Signal<Ready | undefined> = signal(undefined)
  readonly loading: Signal<{ received: number; total: number } | undefined> = signal(undefined)
  readonly fault: Signal<EngineFault | undefined> = signal(undefined)
  readonly connection: Signal<Connection | undefined> = signal(undefined)
  /** The second look at this text, if there is one. */
  readonly look: Signal<Look | undefined> = signal(undefined)
  readonly options: Signal<ReadingOptions> = signal({ cipher: 'auto' })
  log = new ReadingLog(-1)
  text = ''
  /** Whether the text has been ended, so that all of it settles. */
  isWhole = false
  #engine: Engine
  #unsubscribe: () => void
  readonly #pace = new DrawingPace(() => this.version.value++)
  #asked = new Set<string>()
  /** The reading that was begun before the latest searches had come. */
  #begunBefore = -1

  constructor(engine: Engine) {
    this.#engine = engine
    this.#unsubscribe = engine.subscribe((message) => this.#hear(message))
  }

  /** The text that is deciphered: that which was given, its encodings taken off. */
  get decoded(): string {
    return this.log.encoding ? this.log.decoded : this.text
  }

  /** Units that have been read, and that are being read: none of a text that was stopped. */
  get progress(): Progress {
    const { latest, stopped } = this.log
    return { read: latest.read, left: stopped ? 0 : this.decoded.length - latest.read }
  }

  get kind(): Engine['kind'] {
    return this.#engine.kind
  }

  /** Takes another engine, which reads the same text from its start. */
  use(engine: Engine): void {
    this.#unsubscribe()
    this.#engine.close()
    this.#engine = engine
    this.#unsubscribe = engine.subscribe((message) => this.#hear(message))
    this.ready.value = this.fault.value = this.connection.value = undefined
    void this.load()
    this.begin(this.text, this.isWhole)
  }

  /** Goes on with the reading that an engine has kept over a reload. */
  resumeWith(engine: Engine, { reading, text, isEnded, options }: Restored): void {
    this.#unsubscribe()
    this.#engine.close()
    this.#engine = engine
    this.#unsubscribe = engine.subscribe((message) => this.#hear(message))
    const { encoding, ...kept } = options
    // Looking for encodings is no choice that was made by hand.
    this.options.value = encoding && encoding !== 'auto' ? options : kept
    this.text = text
    this.isWhole = isEnded
    this.#renew(reading)
    void this.load()
  }

  /** Loads what the engine needs; trouble is told by `fault`. */
  async load(): Promise<void> {
    this.fault.value = undefined
    const engine = this.#engine
    try {
      const ready = await engine.load()
      if (engine === this.#engine) this.ready.value = ready
    } catch (error) {
      if (engine !== this.#engine) return
      this.fault.value ??= { code: 'model-not-loaded', message: String(error) }
    }
  }

  /** Reads a new text. */
  begin(text: string, isWhole: boolean): void {
    this.text = text
    this.isWhole = isWhole
    this.#renew(this.#engine.start(this.#chosen))
    if (text) this.#engine.append(text)
    if (isWhole && text) this.#engine.flush()
  }

  /** Reads on: the first letters are shown at once, others with what comes of them. */
  append(text: string): void {
    this.text += text
    this.#engine.append(text)
    if (this.log.latest.read === 0) this.version.value++
  }

  /** Ends the text: all of it settles. */
  end(): void {
    if (this.isWhole || !this.text) return
    this.isWhole = true
    this.#engine.flush()
  }

  /** Reads the same text again, otherwise. */
  again(options: ReadingOptions): void {
    this.options.value = options
    this.#renew(this.#engine.again(this.#chosen))
  }

  /** The options; encodings are looked for where a text is whole, since one that is typed would wait for its first word. */
  get #chosen(): ReadingOptions {
    const { encoding, ...options } = this.options.value
    const words = encoding ?? (this.isWhole ? 'auto' : '')
    return words ? { ...options, encoding: words } : options
  }

  /** Looks at the text once more. */
  lookAgain(): void {
    this.#engine.look?.()
  }

  stop(): void {
    this.#engine.stop()
  }

  resume(): void {
    this.log.stopped = false
    this.#engine.resume()
    this.#draw()
  }

  /** Asks for a moment of the past, once; `version` rises when it has come. */
  askMoment(read: number): Moment | undefined {
    const { log } = this
    const known = log.momentAt(read)
    if (!known && read > 0) {
      void this.#ask({ from: read - 1, to: read }, (found) => log.takeInspection(read, found))
    }
    return known
  }

  /** Asks for the columns of a part of the text, where they are missing. */
  askColumns(from: number, to: number): void {
    const { log } = this
    const end = Math.min(to, log.latest.read)
    let missing = from
    while (missing < end && log.columns.before(missing + 1, 16)) missing++
    if (missing >= end) return
    void this.#ask({ from: missing, to: Math.min(end, missing + MOST_INSPECTED) }, (found) => {
      log.names.push(...found.names)
      log.columns.add(found.columns)
    })
  }

  /** Looks at one letter again. */
  inspect(start: number): Promise<Inspection | undefined> {
    return this.#engine.inspect({ from: start, to: start + 1 }).catch(() => undefined)
  }

  #renew(reading: number): void {
    this.log = new ReadingLog(reading, this.options.value.letters)
    this.#asked = new Set()
    this.look.value = undefined
    if (!isLasting(this.fault.value, this.ready.value)) this.fault.value = undefined
    // At once: whoever hears of the new text must not see the old log beside it.
    this.version.value++
  }

  async #ask(range: { from: number; to: number }, take: (inspection: Inspection) => void): Promise<void> {
    const { log } = this
    const asked = `${range.from} ${range.to}`
    if (this.#asked.has(asked)) return
    this.#asked.add(asked)
    try {
      const inspection = await this.#engine.inspect(range)
      if (log !== this.log) return
      take(inspection)
      this.#draw()
    } catch {
      // A reading that was begun anew in the meantime answers no more; whoever still draws asks again.
      this.#asked.delete(asked)
      if (log === this.log && this.kind === 'browser') setTimeout(() => this.#draw(), ASK_AGAIN)
    }
  }

  #hear(message: EngineMessage): void {
    switch (message.type) {
      case 'ready':
        this.ready.value = message
        this.loading.value = undefined
        break
      case 'loading':
        this.loading.value = message
        break
      case 'started':
        if (message.reading === this.log.reading) this.log.started = message
        this.#draw()
        break
      case 'widened':
        this.#begunBefore = this.log.reading
        this.#readWider()
        break
      case 'frame':
        if (message.reading !== this.log.reading) break
        this.log.take(message)
        this.#draw()
        this.#readWider()
        break
      case 'look':
        if (message.reading === this.log.reading) this.look.value = message
        break
      case 'connection':
        this.connection.value = message
        break
      case 'fault':
        this.fault.value = message
        break
    }
  }

  /** Reads a text again that was begun before all its keys were sought, where none explains it. */
  #readWider(): void {
    if (this.log.reading === this.#begunBefore && isUnexplained(this.options.value, this.log, this.isWhole))
      this.again(this.options.value)
  }

  #draw(): void {
    this.#pace.ask(this.progress)
  }
}
