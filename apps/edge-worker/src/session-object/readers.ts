import { type Cursor, framesAfter } from './cursor.ts'
import { type EventLog, offsetOf } from './event-log.ts'
import { EventStream } from './event-stream.ts'
import { limits } from './limits.ts'
import { RefusedError } from './refused-error.ts'
import type { SessionStore } from './session-record.ts'
import { cursorOf, keepCursor, refuseSocket, sendFrames } from './sockets.ts'

/** The readers of one session: sockets, which outlive hibernation, and event streams. */
export class Readers {
  readonly #context: DurableObjectState
  readonly #store: SessionStore
  readonly #log: EventLog
  readonly #streams = new Set<EventStream>()

  constructor(context: DurableObjectState, store: SessionStore, log: EventLog) {
    this.#context = context
    this.#store = store
    this.#log = log
  }

  /** Accepts a socket; what is refused is told over it, since browsers show no answer to an upgrade. */
  openSocket(lastEventId: string | undefined): Response {
    const { 0: client, 1: socket } = new WebSocketPair()
    this.#context.acceptWebSocket(socket)
    try {
      const cursor = this.#cursorAt(lastEventId)
      this.#checkCount(1)
      keepCursor(socket, cursor)
      this.#send(socket)
    } catch (error) {
      if (!RefusedError.isInstance(error)) throw error
      refuseSocket(socket, error as RefusedError)
    }
    return new Response(null, { status: 101, webSocket: client })
  }

  /**
   * Starts an event stream; an answer without one when the reader has all there will ever be.
   *
   * @throws RefusedError when it cannot start where the reader wants
   */
  openStream(lastEventId: string | undefined): Response {
    const cursor = this.#cursorAt(lastEventId)
    if (this.#hasAll(cursor)) return new Response(null, { status: 204 })
    this.#checkCount(0)
    const stream = new EventStream(
      async () => {
        const frames = this.#hasAll(cursor) ? undefined : framesAfter(cursor, this.#store.read(), this.#log)
        // Unlike a socket, a stream may send what is not stored yet.
        await this.#context.storage.sync()
        return frames
      },
      (left) => this.#streams.delete(left),
    )
    this.#streams.add(stream)
    return new Response(stream.body)
  }

  /** Gives every reader what it has not got yet. */
  tell(): void {
    for (const stream of this.#streams) stream.wake()
    for (const socket of this.#context.getWebSockets()) {
      if (socket.readyState === WebSocket.OPEN) this.#send(socket)
    }
  }

  /** Sends every reader away. */
  refuse(reason: RefusedError): void {
    for (const stream of this.#streams) stream.refuse(reason)
    for (const socket of this.#context.getWebSockets()) refuseSocket(socket, reason)
  }

  /** When a socket last sent a keep-alive, in milliseconds since 1970; 0 for never. */
  lastSign(): number {
    const signs = this.#context
      .getWebSockets()
      .map((socket) => this.#context.getWebSocketAutoResponseTimestamp(socket))
    return Math.max(0, ...signs.map((sign) => sign?.getTime() ?? 0))
  }

  #cursorAt(lastEventId: string | undefined): Cursor {
    return { offset: offsetOf(this.#store.read(), lastEventId), version: 0 }
  }

  /** Whether a reader has got everything up to the end. */
  #hasAll(cursor: Cursor): boolean {
    const { ended, latest } = this.#store.read()
    return ended && cursor.offset === latest
  }

  /** `accepted`: sockets that are counted already and may yet be refused. */
  #checkCount(accepted: number): void {
    if (this.#context.getWebSockets().length + this.#streams.size - accepted >= limits.readers) {
      throw new RefusedError('too_many_readers', `a session has up to ${limits.readers} readers at a time`)
    }
  }

  #send(socket: WebSocket): void {
    const cursor = cursorOf(socket)
    for (;;) {
      const frames = framesAfter(cursor, this.#store.read(), this.#log)
      if (frames.length === 0) break
      sendFrames(socket, frames)
    }
    keepCursor(socket, cursor)
    if (this.#hasAll(cursor)) socket.close(1000, 'done')
  }
}
