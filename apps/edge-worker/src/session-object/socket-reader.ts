import { byteLength } from '../byte-length.ts'
import { errorFrame, RefusedError } from '../refused-error.ts'
import { FIRST_TOKEN } from '../session-token.ts'
import type { Bearer } from './bearer.ts'
import { type Cursor, type Frame, framesAfter } from './cursor.ts'
import { checkKept, type EventLog } from './event-log.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'
import { closeCodes, refuseSocket } from './sockets.ts'

/** State that a socket keeps while the object hibernates. */
interface Attachment {
  cursor: Cursor
  /** Marks that the reader has not sent back, each with the bytes sent since the one before; and bytes since then. */
  marks: { mark: string; bytes: number }[]
  since: number
  /** True when there was no room for the next message; until a mark comes back, nothing is tried. */
  paused: boolean
  /** Id of the request that opened the socket. */
  requestId: string | undefined
  /** Who opened it. */
  bearer: Bearer
}

/**
 * One reader at a socket. The platform buffers without bound what a reader does not read, and does not tell how much
 * that is. So marks are sent among the messages, random for nobody to guess, and the reader sends them back: what
 * came after the last one returned may still be in the buffer. When that is a windowful, nothing more is sent.
 */
export class SocketReader {
  readonly #socket: WebSocket
  readonly #attachment: Attachment
  /** The state is to be kept when this turn is over. */
  #isKept = false

  constructor(socket: WebSocket, attachment: Attachment = socket.deserializeAttachment()) {
    this.#socket = socket
    this.#attachment = attachment
  }

  /** Attaches a reader to a socket that was accepted just now. */
  static start(
    socket: WebSocket,
    cursor: Cursor,
    by: Pick<Attachment, 'requestId' | 'bearer'>,
  ): SocketReader {
    return new SocketReader(socket, { cursor, marks: [], since: 0, paused: false, ...by })
  }

  /** Id of the request that opened the socket. */
  get requestId(): string | undefined {
    return this.#attachment.requestId
  }

  /** Who opened the socket. */
  get bearer(): Bearer {
    // A socket from before there were others was opened with the session's first token.
    return this.#attachment.bearer ?? { tokenId: FIRST_TOKEN, scope: 'write' }
  }

  /** Sends what the reader has not got, as far as the window allows; closes the socket after the last event. */
  catchUp(record: SessionRecord, log: EventLog): void {
    const state = this.#attachment
    try {
      checkKept(record, state.cursor.offset)
      if (state.paused) return
      while (this.#sendAll(framesAfter(state.cursor, record, log))) {}
      this.#keep()
      if (record.ended && state.cursor.offset === record.latest) this.#socket.close(1000, 'done')
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      this.refuse(error)
    }
  }

  /** Answers a message of the reader; one that sends and does not read is sent away. */
  reply(message: unknown): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (this.#send(JSON.stringify(message))) this.#keep()
    else refuseSocket(this.#socket, new RefusedError('slow_reader', 'messages are sent, but none are read'))
  }

  /** Tells the reader why something was refused, and closes the socket where that is the end of it. */
  refuse(error: RefusedError): void {
    if (error.code in closeCodes) refuseSocket(this.#socket, error)
    else this.reply(errorFrame(error))
  }

  /** Sends the reader away. */
  sendAway(reason: RefusedError): void {
    refuseSocket(this.#socket, reason)
  }

  /** Takes back a mark: all that was sent before it has been read. */
  takeBack(mark: string): void {
    const { marks } = this.#attachment
    const place = marks.findIndex((sent) => sent.mark === mark)
    if (place === -1) throw new RefusedError('bad_message', `no mark ${JSON.stringify(mark)} is waited for`)
    marks.splice(0, place + 1)
    this.#attachment.paused = false
    this.#keep()
  }

  /** Sends frames and moves the cursor past them; false when there are none, or no room for one of them. */
  #sendAll(frames: readonly Frame[]): boolean {
    const state = this.#attachment
    for (const { id, json, after } of frames) {
      state.paused = !this.#send(id === undefined ? json : `{"id":"${id}",${json.slice(1)}`)
      if (state.paused) return false
      state.cursor = after
    }
    return frames.length > 0
  }

  #send(text: string): boolean {
    const state = this.#attachment
    const bytes = byteLength(text)
    const ahead = state.marks.reduce((sum, mark) => sum + mark.bytes, state.since)
    // A final that stands for many is larger than the window: it goes when little else is on its way.
    if (ahead + bytes > limits.windowBytes && ahead >= limits.markBytes) return false
    this.#socket.send(text)
    state.since += bytes
    if (state.since >= limits.markBytes) {
      const mark = crypto.randomUUID()
      state.marks.push({ mark, bytes: state.since })
      state.since = 0
      this.#socket.send(JSON.stringify({ type: 'mark', mark }))
    }
    return true
  }

  /** Has the state outlive this turn: one chunk may change it several times, and keeping it costs as much as a message. */
  #keep(): void {
    if (this.#isKept) return
    this.#isKept = true
    queueMicrotask(() => {
      this.#isKept = false
      if (this.#socket.readyState === WebSocket.OPEN) this.#socket.serializeAttachment(this.#attachment)
    })
  }
}
