import type { FaultSink } from '../fault-sink.ts'
import { type Cursor, type Frame, framesAfter } from './cursor.ts'
import { type EventLog, offsetOf } from './event-log.ts'
import { EventStream } from './event-stream.ts'
import { limits } from './limits.ts'
import { RefusedError } from './refused-error.ts'
import type { SessionStore } from './session-record.ts'
import { SocketReader } from './socket-reader.ts'
import { refuseSocket } from './sockets.ts'

/** A reader that comes: the last event it got, and the id of the request it comes with. */
export interface ReaderRequest {
  lastEventId: string | undefined
  requestId: string | undefined
}

/** The readers of one session: sockets, which outlive hibernation, and event streams. */
export class Readers {
  readonly #context: DurableObjectState
  readonly #store: SessionStore
  readonly #log: EventLog
  readonly #logFault: FaultSink
  readonly #streams = new Set<EventStream>()

  constructor(context: DurableObjectState, store: SessionStore, log: EventLog, logFault: FaultSink) {
    this.#logFault = logFault
    this.#context = context
    this.#store = store
    this.#log = log
  }

  /** Accepts a socket; @throws RefusedError when it cannot start where the reader wants */
  openSocket({ lastEventId, requestId }: ReaderRequest): Response {
    const cursor = this.#cursorAt(lastEventId)
    this.#checkCount()
    const { 0: client, 1: socket } = new WebSocketPair()
    this.#context.acceptWebSocket(socket)
    SocketReader.start(socket, cursor, requestId).catchUp(this.#store.read(), this.#log)
    return new Response(null, { status: 101, webSocket: client })
  }

  /**
   * Starts an event stream; an answer without one when the reader has all there will ever be.
   *
   * @throws RefusedError when it cannot start where the reader wants
   */
  openStream({ lastEventId, requestId }: ReaderRequest): Response {
    const cursor = this.#cursorAt(lastEventId)
    if (this.#hasAll(cursor)) return new Response(null, { status: 204 })
    this.#checkCount()
    const stream = new EventStream({
      next: () => this.#framesAt(cursor),
      onLeave: (left) => this.#streams.delete(left),
      onFault: (error) => this.#logFault(error, requestId),
    })
    this.#streams.add(stream)
    return new Response(stream.body)
  }

  /** Gives every reader what it has not got yet. */
  tell(): void {
    for (const stream of this.#streams) stream.wake()
    for (const socket of this.#sockets()) this.tellSocket(socket)
  }

  /** Gives the reader at a socket what it has not got yet. */
  tellSocket(socket: WebSocket): void {
    new SocketReader(socket).catchUp(this.#store.read(), this.#log)
  }

  /** Sends every reader away. */
  refuse(reason: RefusedError): void {
    for (const stream of this.#streams) stream.refuse(reason)
    for (const socket of this.#sockets()) refuseSocket(socket, reason)
  }

  /** Time of a socket's latest keep-alive, in milliseconds since 1970; 0 for never. */
  lastSign(): number {
    const signs = this.#context
      .getWebSockets()
      .map((socket) => this.#context.getWebSocketAutoResponseTimestamp(socket))
    return Math.max(0, ...signs.map((sign) => sign?.getTime() ?? 0))
  }

  /** Reads on from a cursor, and waits until it is stored: unlike a socket's, a stream's messages would not. */
  async #framesAt(cursor: Cursor): Promise<Frame[] | undefined> {
    if (this.#hasAll(cursor)) return undefined
    const frames = framesAfter(cursor, this.#store.read(), this.#log)
    Object.assign(cursor, frames.at(-1)?.after)
    await this.#context.storage.sync()
    return frames
  }

  #cursorAt(lastEventId: string | undefined): Cursor {
    return { offset: offsetOf(this.#store.read(), lastEventId), version: 0 }
  }

  /** Tells whether a reader has got everything up to the end. */
  #hasAll(cursor: Cursor): boolean {
    const { ended, latest } = this.#store.read()
    return ended && cursor.offset === latest
  }

  #checkCount(): void {
    if (this.#sockets().length + this.#streams.size < limits.readers) return
    throw new RefusedError('too_many_readers', `a session has up to ${limits.readers} readers at a time`)
  }

  /** Those that are not closed or closing. */
  #sockets(): WebSocket[] {
    return this.#context.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN)
  }
}
