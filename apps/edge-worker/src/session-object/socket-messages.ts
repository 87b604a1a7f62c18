import type { FaultSink } from '../fault-sink.ts'
import { RefusedError } from '../refused-error.ts'
import type { Bearer } from './bearer.ts'
import { checkScope } from './check-scope.ts'
import type { ClientMessage, MessageParser } from './client-message.ts'
import type { Readers } from './readers.ts'
import type { SocketReader } from './socket-reader.ts'
import { refuseSocket } from './sockets.ts'
import type { StoredSession } from './stored-session.ts'

/** Parts of a session that messages act on. */
export interface MessageParts {
  session: StoredSession
  readers: Readers
  parse: MessageParser
  logFault: FaultSink
  /** @throws RefusedError when who asks may no longer */
  check(by: Bearer): void
  /** Notes a message that reads nothing. @throws RefusedError when they have been too many */
  heed(by: Bearer): void
  /** Does a step, and once it is stored says so to who asked for it, then to the readers. */
  take(step: () => Promise<number>, accept?: (next: number) => void): Promise<void>
  cancel(): Promise<void>
}

/** Takes the messages that come over the sockets of a session. */
export class SocketMessages {
  readonly #parts: MessageParts

  constructor(parts: MessageParts) {
    this.#parts = parts
  }

  /** Does what a message says, or tells its socket why not. */
  async take(socket: WebSocket, text: string | ArrayBuffer): Promise<void> {
    // Of a client that was sent away nothing more is taken, though it may still be on its way.
    if (socket.readyState !== WebSocket.OPEN) return
    const reader = this.#parts.readers.at(socket)
    try {
      const message = this.#parts.parse(text)
      checkScope(reader.bearer, message)
      await this.#obey(socket, reader, message)
    } catch (error) {
      if (error instanceof RefusedError) return reader.refuse(error)
      this.#parts.logFault(error, reader.requestId)
      refuseSocket(socket, new RefusedError('interrupted', 'something went wrong here: connect again'))
    }
  }

  async #obey(socket: WebSocket, reader: SocketReader, message: ClientMessage): Promise<void> {
    const { session, readers, take, cancel, check, heed } = this.#parts
    const now = Date.now()
    const asking = { now, check: () => check(reader.bearer) }
    if (message.type === 'ack' || message.type === 'keepalive') heed(reader.bearer)
    switch (message.type) {
      case 'chunk':
      case 'end': {
        const chunk = message.type === 'chunk' ? message.text : ''
        await take(
          () => session.push({ seq: message.seq, chunk, end: message.type === 'end' }, asking),
          (next) => reader.reply({ type: 'accepted', next }),
        )
        return
      }
      case 'settle':
        await take(() => session.settle(asking))
        return
      case 'ack':
        session.acknowledge(message.id, now)
        return
      case 'mark':
        reader.takeBack(message.mark)
        readers.tellSocket(socket)
        return
      case 'keepalive':
        if (reader.bearer.scope === 'write') session.touch(now)
        reader.reply({ type: 'keepalive' })
        return
      case 'cancel':
        await cancel()
    }
  }
}
