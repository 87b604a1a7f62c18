import type { Cursor } from './cursor.ts'
import { SocketReader } from './socket-reader.ts'

/** The sockets of a session, each with its reader: asking the platform for them costs more than all they are told. */
export class SocketReaders {
  readonly #context: DurableObjectState
  #readers: Map<WebSocket, SocketReader> | undefined

  constructor(context: DurableObjectState) {
    this.#context = context
  }

  /** Has the reader of a socket that was accepted just now begin at a cursor. */
  start(socket: WebSocket, cursor: Cursor, by: Parameters<typeof SocketReader.start>[2]): SocketReader {
    const reader = SocketReader.start(socket, cursor, by)
    this.#known().set(socket, reader)
    return reader
  }

  /** The reader of a socket. */
  of(socket: WebSocket): SocketReader {
    const known = this.#known().get(socket)
    if (known) return known
    const reader = new SocketReader(socket)
    this.#known().set(socket, reader)
    return reader
  }

  /** Readers of the sockets that are not closed or closing. */
  open(): SocketReader[] {
    const known = this.#known()
    for (const socket of known.keys()) if (socket.readyState !== WebSocket.OPEN) known.delete(socket)
    return [...known.values()]
  }

  /** Forgets a socket that has closed. */
  leave(socket: WebSocket): void {
    this.#known().delete(socket)
  }

  /** Those that outlived the object's memory are asked for once. */
  #known(): Map<WebSocket, SocketReader> {
    this.#readers ??= new Map(
      this.#context.getWebSockets().map((socket) => [socket, new SocketReader(socket)]),
    )
    return this.#readers
  }
}
