import { ConnectionLostError } from '../errors.ts'
import { backoff, type RetryOptions, retryDefaults } from './backoff.ts'
import { Connection, type ConnectionEnd, type ConnectionOptions } from './connection.ts'
import type { ServiceMessage } from './session-event.ts'

/** Sends messages over one connection, and no other. */
export type Reply = (messages: readonly string[]) => void

/** Takes what comes over the connections, one after the other. */
export interface LastingHandlers {
  onOpen(): void
  /** `reply` answers over the connection that the message came by: another may know nothing of it. */
  onMessage(message: ServiceMessage, reply: Reply): void
  /** The service said that everything has been sent. */
  onDone(): void
  /** No further connection is tried. */
  onGivenUp(error: unknown): void
  /** Resolves when there is room for what another connection would bring. */
  room(): Promise<void>
}

/** Parts that a lasting connection is made of. */
export interface LastingOptions extends Omit<ConnectionOptions, 'url'> {
  /** The address to connect to now. */
  url: () => URL
  random: () => number
  retry: RetryOptions
}

/** A connection that is made again whenever it ends, after waits that grow, until it is stopped. */
export class LastingConnection {
  readonly #options: LastingOptions
  readonly #handlers: LastingHandlers
  #connection: Connection | undefined
  #open = false
  #stopped = false
  /** Connections in a row that led to nothing. */
  #failures = 0
  #stopWaiting: () => void = () => {}

  constructor(options: LastingOptions, handlers: LastingHandlers) {
    this.#options = options
    this.#handlers = handlers
  }

  get open(): boolean {
    return this.#open
  }

  /** Connects. */
  start(): void {
    if (this.#stopped) return
    const { url, WebSocket, timers } = this.#options
    const connection = new Connection(
      { url: url(), WebSocket, timers },
      {
        onOpen: () => {
          this.#open = true
          this.#handlers.onOpen()
        },
        onMessage: (message) => this.#handlers.onMessage(message, (messages) => connection.send(messages)),
        onEnd: (end) => this.#ended(end),
      },
    )
    this.#connection = connection
  }

  /** Sends messages over the connection there is. */
  send(messages: readonly string[]): void {
    this.#connection?.send(messages)
  }

  /** Notes that the connection led to something. */
  progress(): void {
    this.#failures = 0
  }

  /** Gives up the connection for another. */
  drop(): void {
    this.#connection?.drop()
  }

  /** Gives up the connection, and makes no other. */
  stop(): void {
    this.#stopped = true
    this.#open = false
    this.#stopWaiting()
    this.#connection?.drop()
  }

  #ended({ done, error }: ConnectionEnd): void {
    this.#open = false
    if (this.#stopped) return
    if (done) this.#handlers.onDone()
    else this.#failed(error)
  }

  #failed(error: unknown): void {
    this.#failures++
    const { timers, random, retry } = this.#options
    const { attempts = retryDefaults.attempts } = retry
    if (this.#failures > attempts) {
      this.#handlers.onGivenUp(error ?? new ConnectionLostError(attempts))
      return
    }
    this.#stopWaiting = timers.after(backoff(this.#failures - 1, random, retry), () => {
      this.#handlers
        .room()
        .then(() => this.start())
        .catch((reason: unknown) => this.#handlers.onGivenUp(reason))
    })
  }
}
