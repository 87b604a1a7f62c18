import type { Client, ClientOptions, SessionEvent } from '@runnel/client'
import type { Engine, Restored } from '../engine.ts'
import type { EngineMessage, Ready } from '../frame.ts'
import { Listeners } from '../listeners.ts'
import type { ReadingOptions } from '../options.ts'
import { DecodedText } from './decoded-text.ts'
import { EdgeReading } from './edge-reading.ts'
import { EdgeSession } from './edge-session.ts'
import { faultOf } from './fault-of.ts'
import { FramePace } from './frame-pace.ts'
import type { SessionStore } from './saved-session.ts'
import { SessionKeeper } from './session-keeper.ts'
import { type Platform, watchedParts } from './watched-parts.ts'

/** Parts of an edge engine that a test may replace. */
export interface EdgeEngineParts extends Platform {
  readonly url: string
  readonly store: SessionStore
  /** Brings the client, once the engine is used. */
  importClient(): Promise<{ createClient(options: ClientOptions): Client }>
  /** Brings what takes encodings off, once the service has found some. */
  importDecoder(): Promise<typeof import('../decoding/decoder.ts')>
  now(): number
  /** Calls back with what has come, at the pace at which it is drawn. */
  defer(call: () => void): void
}

/** An engine at the edge: text goes to the service, which keeps a session for it that outlives connections and reloads. */
export class EdgeEngine implements Engine {
  readonly kind = 'edge'
  readonly #parts: EdgeEngineParts
  readonly #listeners = new Listeners<EngineMessage>()
  #client: Client | undefined
  #reading: EdgeReading | undefined
  #session: EdgeSession | undefined
  #number = 0
  readonly #keeper: SessionKeeper
  readonly #pace: FramePace

  constructor(parts: EdgeEngineParts) {
    this.#parts = parts
    this.#keeper = new SessionKeeper(parts.store, parts.now)
    this.#pace = new FramePace(parts.defer, () => this.#tellFrame())
  }

  async load(): Promise<Ready> {
    try {
      this.#client ??= await this.#createClient()
      const [model] = (await this.#client.models()).filter(({ name }) => name === 'english')
      const ready = { model: model?.name ?? 'english', engine: 'edge', units: 0, language: 2.13, random: 4.7 }
      this.#tell({ type: 'ready', ...ready })
      this.#open()
      return ready
    } catch (error) {
      this.#tell({ type: 'fault', ...faultOf(error) })
      throw error
    }
  }

  restore(): Restored | undefined {
    const saved = this.#keeper.find()
    if (!saved) return undefined
    const { options, text, isEnded, settled, key, sent, encoding } = saved
    const reading = this.#newReading(options, text)
    reading.isEnded = isEnded
    reading.sent = [...sent]
    reading.restore(settled, key)
    if (encoding) this.#decode(reading, encoding)
    this.#reading = reading
    return { reading: this.#number, text, isEnded, options }
  }

  start(options: ReadingOptions): number {
    return this.#begin(options)
  }

  again(options: ReadingOptions): number {
    const { text = '', isEnded = false } = this.#reading ?? {}
    const number = this.#begin(options)
    if (text) this.append(text)
    if (isEnded) this.flush()
    return number
  }

  append(text: string): void {
    if (!this.#reading) return
    this.#reading.text += text
    void this.#session?.send()
  }

  flush(): void {
    if (!this.#reading || this.#reading.isEnded) return
    this.#reading.isEnded = true
    void this.#session?.send()
  }

  /** Keeps all that comes until reading goes on; the service waits as well, once it has sent enough. */
  stop(): void {
    this.#pace.isStopped = true
    if (this.#reading) this.#tell({ type: 'frame', ...this.#reading.takeFrame(), stopped: true })
  }

  /** Goes on, with another try where the connection was given up. */
  resume(): void {
    this.#pace.isStopped = false
    if (this.#keeper.hasFound) this.#open()
    this.#pace.ask()
  }

  async inspect(): ReturnType<Engine['inspect']> {
    throw new Error('the service tells no belief letter by letter: read on this device to see it')
  }

  subscribe(listen: (message: EngineMessage) => void): () => void {
    return this.#listeners.add(listen)
  }

  close(): void {
    this.#leave()
    this.#keeper.forget()
  }

  /** Keeps the session's place, for a reload. */
  save(): void {
    const [reading, position] = [this.#reading, this.#session?.position]
    if (reading && position) this.#keeper.keep(reading, position)
  }

  async #createClient(): Promise<Client> {
    const { importClient, url, WebSocket, timers } = this.#parts
    const { createClient } = await importClient()
    const watched = watchedParts({ WebSocket, timers }, (connection) =>
      this.#tell({ type: 'connection', letters: this.#reading?.settled.length ?? 0, ...connection }),
    )
    return createClient({ url, ...watched })
  }

  #begin(options: ReadingOptions): number {
    this.#leave()
    // A reload before the new session is open is not to bring the text of the old one back.
    this.#keeper.forget()
    this.#pace.isStopped = false
    this.#reading = this.#newReading(options)
    if (this.#client) this.#open()
    return this.#number
  }

  /** Leaves the session for good: the service may forget it. */
  #leave(): void {
    this.#session?.leave()
    this.#session = undefined
    this.#keeper.takeFound()
  }

  #newReading(options: ReadingOptions, text = ''): EdgeReading {
    const { importDecoder } = this.#parts
    const decoded = new DecodedText(() => importDecoder().then(({ createDecoder }) => createDecoder))
    return new EdgeReading({ number: ++this.#number, options, decoded, text })
  }

  /** Takes off here as well what the service has taken off: places are those of what comes out. */
  #decode(reading: EdgeReading, encoding: string): void {
    reading.decoded.take(encoding).then(
      () => this.#pace.ask(),
      (error) => this.#fail(reading, error),
    )
  }

  /** Opens the session of the text, or goes on with the one that was kept. */
  #open(): void {
    const [reading, client] = [this.#reading, this.#client]
    if (!reading || !client || this.#session) return
    const found = this.#keeper.takeFound()
    this.#tell({ type: 'started', reading: reading.number, keys: 0, left: 0 })
    const session = new EdgeSession(reading, {
      opened: () => this.save(),
      received: (event) => this.#receive(reading, event),
      ended: () => this.save(),
      failed: (error) => this.#fail(reading, error),
    })
    this.#session = session
    if (found) {
      session.resume(client, found.position)
      this.#pace.ask()
    } else session.open(client)
  }

  #receive(reading: EdgeReading, event: SessionEvent): void {
    reading.receive(event)
    if ('encoding' in event && event.encoding) this.#decode(reading, event.encoding)
    if (this.#keeper.isDue) {
      this.save()
      // Only what is kept here may be dropped there.
      if ('id' in event) this.#session?.acknowledge(event.id)
    }
    this.#pace.ask()
  }

  #fail(reading: EdgeReading, error: unknown): void {
    if (this.#reading !== reading) return
    const fault = faultOf(error)
    if (fault.code === 'connection-failed') {
      this.save()
      this.#keeper.find()
    }
    this.#session = undefined
    if (fault.code !== 'connection-failed') this.#keeper.forget()
    else this.#tell({ type: 'connection', state: 'given up', letters: reading.settled.length })
    this.#tell({ type: 'fault', ...fault })
  }

  #tellFrame(): void {
    const reading = this.#reading
    if (!reading) return
    this.#tell({ type: 'frame', ...reading.takeFrame() })
    if (reading.decoded.hasMore(reading.text, reading.isEnded)) this.#pace.ask()
  }

  #tell(message: EngineMessage): void {
    this.#listeners.tell(message)
  }
}
