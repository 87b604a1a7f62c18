import type { FaultSink } from '../fault-sink.ts'
import { RefusedError } from '../refused-error.ts'
import type { Bearer } from './bearer.ts'
import { type Cursor, type Frame, framesAfter } from './cursor.ts'
import { type EventLog, offsetOf } from './event-log.ts'
import { EventStream } from './event-stream.ts'
import { limits } from './limits.ts'
import type { SessionStore } from './session-record.ts'
import type { SocketReader } from './socket-reader.ts'
import { SocketReaders } from './socket-readers.ts'
import { refuseSocket } from './sockets.ts'

/** A reader that comes. */
export interface ReaderRequest {
  /** Id of the last event that it got. */
  lastEventId: string | undefined
  /** Its name, if it has one: when it comes again, it takes its own place. */
  reader: string | undefined
  /** Id of the request that it comes with. */
  requestId: string | undefined
  /** The token that it comes with. Readers of different tokens share no names. */
  bearer: Bearer
}

/** The readers of one session: sockets, which outlive hibernation, and event streams. */
export class Readers {
  readonly #context: DurableObjectState
  readonly #store: SessionStore
  readonly #log: EventLog
  readonly #logFault: FaultSink
  readonly #sockets: SocketReaders
  /** The event streams, each with who reads it. */
  readonly #streams = new Map<EventStream, ReaderRequest>()
  /** Called when an event stream has left. */
  readonly #waiting = new Set<() => void>()

  constructor(context: DurableObjectState, store: SessionStore, log: EventLog, logFault: FaultSink) {
    this.#logFault = logFault
    this.#context = context
    this.#sockets = new SocketReaders(context)
    this.#store = store
    this.#log = log
  }

  /** Accepts a socket; @throws RefusedError when it cannot start where the reader wants, or finds no place */
  async openSocket(request: ReaderRequest): Promise<Response> {
    const { lastEventId, reader } = request
    this.#cursorAt(lastEventId)
    await this.#takePlace(request)
    const cursor = this.#cursorAt(lastEventId)
    const { 0: client, 1: socket } = new WebSocketPair()
    this.#context.acceptWebSocket(socket, reader === undefined ? [] : [tagOf(request)])
    this.#sockets.start(socket, cursor, request).catchUp(this.#store.read(), this.#log)
    return new Response(null, { status: 101, webSocket: client })
  }

  /**
   * Starts an event stream; an answer without one when the reader has all there will ever be.
   *
   * @throws RefusedError when it cannot start where the reader wants, or finds no place
   */
  async openStream(request: ReaderRequest): Promise<Response> {
    const { lastEventId, requestId } = request
    if (this.#hasAll(this.#cursorAt(lastEventId))) return new Response(null, { status: 204 })
    await this.#takePlace(request)
    const cursor = this.#cursorAt(lastEventId)
    const stream = new EventStream({
      next: () => this.#framesAt(cursor),
      onLeave: (left) => this.#leave(left),
      onFault: (error) => this.#logFault(error, requestId),
    })
    this.#streams.set(stream, request)
    return new Response(stream.body)
  }

  /** Gives every reader what it has not got yet. */
  tell(): void {
    for (const stream of this.#streams.keys()) stream.wake()
    const record = this.#store.read()
    for (const reader of this.#sockets.open()) reader.catchUp(record, this.#log)
  }

  /** The reader at a socket. */
  at(socket: WebSocket): SocketReader {
    return this.#sockets.of(socket)
  }

  /** Gives the reader at a socket what it has not got yet. */
  tellSocket(socket: WebSocket): void {
    this.at(socket).catchUp(this.#store.read(), this.#log)
  }

  /** Forgets a socket that has closed. */
  leave(socket: WebSocket): void {
    this.#sockets.leave(socket)
  }

  /** Sends every reader away. */
  refuse(reason: RefusedError): void {
    for (const stream of this.#streams.keys()) stream.refuse(reason)
    for (const reader of this.#sockets.open()) reader.sendAway(reason)
  }

  /** Sends away the readers that came with a token. */
  refuseBearer(tokenId: string, reason: RefusedError): void {
    for (const [stream, { bearer }] of this.#streams) {
      if (bearer.tokenId === tokenId) this.#sendAway(stream, reason)
    }
    for (const reader of this.#sockets.open()) {
      if (reader.bearer.tokenId === tokenId) reader.sendAway(reason)
    }
  }

  /** Time of the latest keep-alive of a socket that may write, in milliseconds since 1970; 0 for never. */
  lastSign(): number {
    const signs = this.#context
      .getWebSockets()
      .filter((socket) => this.at(socket).bearer.scope === 'write')
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

  /** @throws RefusedError when all places are taken by others, and none of them turns out to be gone */
  async #takePlace(request: ReaderRequest): Promise<void> {
    if (request.reader !== undefined) this.#replace(request)
    if (this.#count() < limits.readers) return
    for (const stream of this.#streams.keys()) stream.probe()
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, limits.probeTime, 'late'))
    while (this.#count() >= limits.readers) {
      const left = new Promise<void>((resolve) => this.#waiting.add(resolve))
      if ((await Promise.race([left, late])) !== 'late') continue
      throw new RefusedError('too_many_readers', `a session has up to ${limits.readers} readers at a time`)
    }
  }

  /** Sends away those of a name: their connection may be dead, and nobody have noticed. */
  #replace(request: ReaderRequest): void {
    const replaced = new RefusedError('reader_replaced', 'a reader of the same name has come')
    for (const socket of this.#context.getWebSockets(tagOf(request))) refuseSocket(socket, replaced)
    for (const [stream, other] of this.#streams) {
      if (other.reader !== undefined && tagOf(other) === tagOf(request)) this.#sendAway(stream, replaced)
    }
  }

  #sendAway(stream: EventStream, reason: RefusedError): void {
    stream.refuse(reason)
    this.#leave(stream)
  }

  #leave(stream: EventStream): void {
    this.#streams.delete(stream)
    for (const resume of this.#waiting) resume()
    this.#waiting.clear()
  }

  #count(): number {
    return this.#sockets.open().length + this.#streams.size
  }
}

/** Name of a reader among those of all tokens; the platform takes up to 256 characters. */
const tagOf = ({ bearer, reader }: ReaderRequest): string => `${bearer.tokenId} ${reader}`
