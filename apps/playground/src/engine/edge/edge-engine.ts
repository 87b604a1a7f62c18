import type { Client, ClientOptions, ClientSession } from '@runnel/client'
import type { Engine, Restored } from '../engine.ts'
import type { EngineMessage, Ready } from '../frame.ts'
import { Listeners } from '../listeners.ts'
import type { ReadingOptions } from '../options.ts'
import { choicesOf } from './choices-of.ts'
import { SAVE_EVERY } from './constants.ts'
import { EdgeReading } from './edge-reading.ts'
import { faultOf } from './fault-of.ts'
import {
  forgetSession,
  type SavedSession,
  type SessionStore,
  savedSession,
  saveSession,
} from './saved-session.ts'
import { sendText } from './send-text.ts'
import { type Platform, watchedParts } from './watched-parts.ts'

/** Parts of an edge engine that a test may replace. */
export interface EdgeEngineParts extends Platform {
  readonly url: string
  readonly store: SessionStore
  /** Brings the client, once the engine is used. */
  importClient(): Promise<{ createClient(options: ClientOptions): Client }>
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
  #session: ClientSession | undefined
  #saved: SavedSession | undefined
  #number = 0
  #savedAt = 0
  #isDue = false
  #isStopped = false

  constructor(parts: EdgeEngineParts) {
    this.#parts = parts
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
    const saved = savedSession(this.#parts.store)
    if (!saved) return undefined
    const { options, text, isEnded, settled, key, sent } = saved
    this.#saved = saved
    this.#reading = new EdgeReading(++this.#number, options, text)
    this.#reading.isEnded = isEnded
    this.#reading.sent = [...sent]
    this.#reading.restore(settled, key)
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
    void this.#send()
  }

  flush(): void {
    if (!this.#reading || this.#reading.isEnded) return
    this.#reading.isEnded = true
    void this.#send()
  }

  /** Keeps all that comes until reading goes on; the service waits as well, once it has sent enough. */
  stop(): void {
    this.#isStopped = true
    if (this.#reading) this.#tell({ type: 'frame', ...this.#reading.takeFrame(), stopped: true })
  }

  /** Goes on, with another try where the connection was given up. */
  resume(): void {
    this.#isStopped = false
    if (this.#saved) this.#open()
    this.#draw()
  }

  async inspect(): ReturnType<Engine['inspect']> {
    throw new Error('the service tells no belief letter by letter: read on this device to see it')
  }

  subscribe(listen: (message: EngineMessage) => void): () => void {
    return this.#listeners.add(listen)
  }

  close(): void {
    this.#leave()
    forgetSession(this.#parts.store)
  }

  /** Keeps the session's place, for a reload. */
  save(): void {
    const [reading, session] = [this.#reading, this.#session]
    if (!reading || !session) return
    const { options, text, isEnded, settled, sent, key } = reading
    this.#savedAt = this.#parts.now()
    const saved = { position: session.position(), options, text, isEnded, settled, sent }
    saveSession(this.#parts.store, key ? { ...saved, key } : saved)
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
    this.#isStopped = false
    this.#reading = new EdgeReading(++this.#number, options)
    if (this.#client) this.#open()
    return this.#number
  }

  /** Leaves the session for good: the service may forget it. */
  #leave(): void {
    const session = this.#session
    this.#session = this.#saved = undefined
    session?.cancel().catch(() => {})
  }

  /** Opens the session of the text, or goes on with the one that was kept. */
  #open(): void {
    const [reading, saved, client] = [this.#reading, this.#saved, this.#client]
    if (!reading || !client || this.#session) return
    this.#saved = undefined
    this.#tell({ type: 'started', reading: reading.number, keys: 0, left: 0 })
    if (saved) {
      const session = client.resumeSession(saved.position, { acknowledge: false })
      // Chunks that are not known to be stored are sent again, under their numbers.
      reading.sent.length = Math.min(reading.sent.length, saved.position.next ?? reading.sent.length)
      this.#draw()
      this.#follow(reading, session)
      return
    }
    const opening = client.openSession({ ...choicesOf(reading.options), acknowledge: false })
    opening.then(
      (session) => {
        if (this.#reading === reading) this.#follow(reading, session)
        else void session.cancel().catch(() => {})
      },
      (error) => this.#fail(reading, error),
    )
  }

  #follow(reading: EdgeReading, session: ClientSession): void {
    this.#session = session
    session.events.subscribe({
      next: (event) => {
        if (this.#reading !== reading) return
        if (event.type === 'gap') return this.#fail(reading, new Error('the service no longer has the text'))
        reading.receive(event)
        if (this.#parts.now() - this.#savedAt >= SAVE_EVERY) {
          this.save()
          // Only what is kept here may be dropped there.
          if ('id' in event) void session.acknowledge(event.id).catch(() => {})
        }
        this.#draw()
      },
      error: (error) => this.#fail(reading, error),
      complete: () => this.save(),
    })
    void this.#send()
    this.save()
  }

  /** Sends what is left of the text, and its end. */
  async #send(): Promise<void> {
    const [reading, session] = [this.#reading, this.#session]
    if (!reading || !session) return
    try {
      await sendText(reading, session)
      if (reading.isEnded && !reading.isEndSent) {
        reading.isEndSent = true
        await session.end()
      }
    } catch (error) {
      this.#fail(reading, error)
    }
  }

  #fail(reading: EdgeReading, error: unknown): void {
    if (this.#reading !== reading) return
    const fault = faultOf(error)
    if (fault.code === 'connection-failed') {
      this.save()
      this.#saved = savedSession(this.#parts.store)
    }
    this.#session = undefined
    if (fault.code !== 'connection-failed') forgetSession(this.#parts.store)
    else this.#tell({ type: 'connection', state: 'given up', letters: reading.settled.length })
    this.#tell({ type: 'fault', ...fault })
  }

  #draw(): void {
    if (this.#isDue || this.#isStopped) return
    this.#isDue = true
    this.#parts.defer(() => {
      this.#isDue = false
      if (this.#reading && !this.#isStopped) this.#tell({ type: 'frame', ...this.#reading.takeFrame() })
    })
  }

  #tell(message: EngineMessage): void {
    this.#listeners.tell(message)
  }
}
