import { type ProtocolError, RunnelServiceError } from '../errors.ts'
import type { SocketLike, Timers } from '../options.ts'
import { parseMessage, type ServiceMessage } from './session-event.ts'

/** The end that a connection came to. */
export interface ConnectionEnd {
  /** The service said that everything has been sent. */
  done: boolean
  /** The error that the service told before it closed, or that ended the connection here. */
  error?: RunnelServiceError | ProtocolError | undefined
}

/** Takes what comes over a connection. */
export interface ConnectionHandlers {
  onOpen(): void
  onMessage(message: ServiceMessage): void
  onEnd(end: ConnectionEnd): void
}

/** Parts that a connection is made of. */
export interface ConnectionOptions {
  url: URL
  WebSocket: new (url: string) => SocketLike
  timers: Timers
}

/** Milliseconds of silence after which a sign of life is asked for, and after as many again the connection is dead. */
const SILENCE = 20_000

/** Written exactly so, the service answers it without waking the session. */
const KEEPALIVE = '{"type":"keepalive"}'

/** One WebSocket to a session. It ends once, whatever goes wrong, and says nothing after that. */
export class Connection {
  readonly #socket: SocketLike
  readonly #handlers: ConnectionHandlers
  readonly #timers: Timers
  #ended = false
  #error: ConnectionEnd['error']
  #stopTimer: () => void = () => {}

  constructor({ url, WebSocket, timers }: ConnectionOptions, handlers: ConnectionHandlers) {
    this.#handlers = handlers
    this.#timers = timers
    this.#socket = new WebSocket(url.href)
    this.#socket.addEventListener('open', () => {
      if (this.#ended) return
      this.#listen(() => this.#ask())
      handlers.onOpen()
    })
    this.#socket.addEventListener('message', ({ data }) => this.#receive(data))
    this.#socket.addEventListener('close', ({ code, reason }) =>
      this.#end({ done: code === 1000 && reason === 'done', error: this.#error }),
    )
    // A close follows, with all that there is to know; without a listener `ws` would throw.
    this.#socket.addEventListener('error', () => {})
    this.#listen(() => this.drop())
  }

  /** Sends messages. */
  send(messages: readonly string[]): void {
    if (this.#ended) return
    for (const message of messages) this.#socket.send(message)
  }

  /** Gives the connection up. */
  drop(): void {
    this.#end({ done: false, error: this.#error })
    try {
      this.#socket.close(1000, 'left')
    } catch {
      // Some sockets cannot be closed before they are open; nobody listens to this one any more.
    }
  }

  #receive(data: unknown): void {
    if (this.#ended) return
    this.#listen(() => this.#ask())
    const message = this.#read(data)
    if (!message) return
    if (message.type === 'error') {
      const { code, detail, expected, oldest } = message
      this.#error = new RunnelServiceError(0, code, detail, { expected, oldest })
    }
    this.#handlers.onMessage(message)
  }

  /** Reads a frame; one that is not the service's ends the connection, for another to be tried. */
  #read(data: unknown): ServiceMessage | undefined {
    try {
      return parseMessage(data)
    } catch (error) {
      this.#error = error as ProtocolError
      this.drop()
      return undefined
    }
  }

  /** Nothing came for a while. */
  #ask(): void {
    this.send([KEEPALIVE])
    this.#listen(() => this.drop())
  }

  #listen(onSilence: () => void): void {
    this.#stopTimer()
    this.#stopTimer = this.#timers.after(SILENCE, onSilence)
  }

  #end(end: ConnectionEnd): void {
    if (this.#ended) return
    this.#ended = true
    this.#stopTimer()
    this.#handlers.onEnd(end)
  }
}
