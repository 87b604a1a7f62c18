import type { FaultSink } from '../fault-sink.ts'
import { RefusedError } from '../refused-error.ts'
import type { Accepted } from './answer.ts'
import { checkScope } from './check-scope.ts'
import { type ClientMessage, parseMessage } from './client-message.ts'
import type { Readers } from './readers.ts'
import { SocketReader } from './socket-reader.ts'
import { refuseSocket } from './sockets.ts'
import type { StoredSession } from './stored-session.ts'

/** Parts of a session that messages act on. */
export interface MessageParts {
  session: StoredSession
  readers: Readers
  logFault: FaultSink
  /** Does a step, and once it is stored says so to who asked for it, then to the readers. */
  take(step: () => Promise<number>, accept?: (next: number) => void): Promise<Accepted>
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
    const reader = new SocketReader(socket)
    try {
      const message = parseMessage(text)
      checkScope(reader.bearer, message)
      await this.#obey(socket, message)
    } catch (error) {
      if (error instanceof RefusedError) return new SocketReader(socket).refuse(error)
      this.#parts.logFault(error, reader.requestId)
      refuseSocket(socket, new RefusedError('interrupted', 'something went wrong here: connect again'))
    }
  }

  async #obey(socket: WebSocket, message: ClientMessage): Promise<void> {
    const { session, readers, take, cancel } = this.#parts
    const now = Date.now()
    switch (message.type) {
      case 'chunk':
      case 'end': {
        const chunk = message.type === 'chunk' ? message.text : ''
        await take(
          () => session.push({ seq: message.seq, chunk, end: message.type === 'end' }, now),
          (next) => new SocketReader(socket).reply({ type: 'accepted', next }),
        )
        return
      }
      case 'settle':
        await take(() => session.settle(now))
        return
      case 'ack':
        session.acknowledge(message.id, now)
        return
      case 'mark':
        new SocketReader(socket).takeBack(message.mark)
        readers.tellSocket(socket)
        return
      case 'keepalive': {
        const reader = new SocketReader(socket)
        if (reader.bearer.scope === 'write') session.touch(now)
        reader.reply({ type: 'keepalive' })
        return
      }
      case 'cancel':
        await cancel()
    }
  }
}
