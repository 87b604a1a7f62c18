import type { Chunk } from '@runnel/core'
import { RunnelServiceError, SessionClosedError } from '../errors.ts'
import { createFlow, type Flow } from '../flow.ts'
import type { ClientSession, SessionOptions, SessionPosition } from './client-session.ts'
import { Inbox } from './inbox.ts'
import { LastingConnection, type Reply } from './lasting-connection.ts'
import { Outbox } from './outbox.ts'
import { Renewal } from './renewal.ts'
import type { SessionContext } from './session-context.ts'
import type { ServiceMessage, SessionEvent } from './session-event.ts'
import { SessionRequests } from './session-requests.ts'
import { parseState, type SessionState } from './session-state.ts'
import type { SessionTokens } from './session-tokens.ts'
import { SessionWriter } from './session-writer.ts'
import { tokenRequests } from './token-requests.ts'

/** Refusals that pass: the connection is made again. A reader is replaced where a proxy doubles what it was sent. */
const passing: readonly string[] = [
  'interrupted',
  'overloaded',
  'work_limited',
  'slow_reader',
  'too_many_readers',
  'reader_replaced',
]

/** Events that are read before the service is told. */
const ACKNOWLEDGED_AT_ONCE = 32

/**
 * A session that the service has, kept connected to. Its methods are bound: they may be handed on as they are. The
 * protocol is our own: marks of what was read, and chunks that count once, are in no library.
 */
export class ConnectedSession implements ClientSession {
  readonly id: string
  token: string
  readonly tokens: SessionTokens
  readonly events: Flow<SessionEvent>
  readonly #context: SessionContext
  readonly #requests: SessionRequests
  readonly #position: SessionPosition
  readonly #options: SessionOptions
  readonly #outbox: Outbox
  readonly #writer: SessionWriter
  readonly #inbox: Inbox
  readonly #connection: LastingConnection
  #renewal: Renewal | undefined
  #over = false
  /** Events that were read and not acknowledged. */
  #unacknowledged = 0

  constructor(context: SessionContext, position: SessionPosition, options: SessionOptions) {
    this.#context = context
    this.#requests = new SessionRequests(context, position, options)
    this.#position = position
    this.#options = options
    this.id = position.id
    this.token = position.token
    this.tokens = tokenRequests(this.#requests, (token) => {
      this.token = token
    })
    this.#outbox = new Outbox(position.next ?? 0, options.capacity ?? 65_536)
    this.#writer = new SessionWriter(this.#outbox, this.#writes, () => this.#flush())
    this.#inbox = new Inbox(position.lastEventId, (id) => this.#acknowledgeRead(id))
    this.#connection = this.#createConnection()
    this.events = createFlow(
      () => this.#inbox.next(),
      () => this.#leave('was left'),
    )
  }

  /** Connects, unless it has been aborted. */
  start(): void {
    const { signal } = this.#options
    if (signal?.aborted) {
      this.#abort()
      return
    }
    signal?.addEventListener('abort', this.#abort)
    this.#connection.start()
    const { renew = this.#writes } = this.#options
    if (renew) this.#renewal = new Renewal(this.#context.timers, this.#position.expires, this.tokens)
  }

  readonly push = (chunk: Chunk): Promise<void> => this.#writer.push(chunk)

  readonly settle = (): Promise<void> => this.#writer.settle()

  readonly end = (): Promise<void> => this.#writer.end()

  readonly stored = (): Promise<void> => this.#outbox.stored()

  readonly state = async (): Promise<SessionState> => parseState(await this.#requests.ask({ end: '' }))

  readonly acknowledge = (id: string): Promise<void> => this.#requests.acknowledge(id)

  readonly cancel = async (): Promise<void> => {
    this.#leave('was cancelled')
    await this.#requests.delete()
  }

  readonly close = (): void => this.#leave('was closed')

  readonly position = (): SessionPosition => ({
    ...this.#position,
    ...this.#requests.credentials,
    ...(this.#writes && { next: this.#outbox.next }),
    lastEventId: this.#inbox.lastGiven,
  })

  get #writes(): boolean {
    return this.#position.next !== undefined
  }

  #createConnection(): LastingConnection {
    const { WebSocket, timers, random } = this.#context
    return new LastingConnection(
      {
        url: () => this.#requests.socketAddress(this.#inbox.lastReceived),
        WebSocket,
        timers,
        random,
        retry: this.#options.retry ?? {},
      },
      {
        onOpen: () => {
          this.#outbox.rewind()
          this.#flush()
        },
        onMessage: (message, reply) => this.#receive(message, reply),
        onDone: () => this.#allRead(),
        onGivenUp: (error) => this.#finish(error),
        room: () => this.#inbox.room(),
      },
    )
  }

  #receive(message: ServiceMessage, reply: Reply): void {
    if (message.type === 'accepted') this.#accept(message.next)
    else if (message.type === 'event') this.#take(message.event)
    else if (message.type === 'mark') {
      const { mark } = message
      this.#inbox.addMark(() => reply([JSON.stringify({ type: 'mark', mark })]))
    } else if (message.type === 'error') this.#refuse(message)
  }

  #accept(next: number): void {
    this.#connection.progress()
    this.#outbox.accept(next)
    this.#flush()
  }

  #take(event: SessionEvent): void {
    const { lastReceived } = this.#inbox
    if (!this.#inbox.add(event)) {
      this.#connection.drop()
      return
    }
    if (lastReceived !== this.#inbox.lastReceived) this.#connection.progress()
    if (event.type === 'done') this.#allRead()
  }

  #refuse({ code, detail, expected, oldest }: ServiceMessage & { type: 'error' }): void {
    if (code === 'events_gone' && oldest !== undefined) this.#inbox.skip(oldest)
    else if (code === 'sequence_gap' && this.#outbox.goBack(expected ?? -1)) this.#flush()
    else if (!passing.includes(code)) this.#finish(new RunnelServiceError(0, code, detail, { expected }))
  }

  #flush(): void {
    if (this.#connection.open) this.#connection.send(this.#outbox.take())
  }

  #acknowledgeRead(id: string): void {
    const { acknowledge = this.#writes } = this.#options
    if (!acknowledge || ++this.#unacknowledged < ACKNOWLEDGED_AT_ONCE || !this.#connection.open) return
    this.#unacknowledged = 0
    this.#connection.send([JSON.stringify({ type: 'ack', id })])
  }

  readonly #abort = (): void => this.#finish(this.#options.signal?.reason)

  /** Every event has come; so has all that was sent before the end, though its acknowledgement may be lost. */
  #allRead(): void {
    if (this.#outbox.ended) this.#outbox.accept(Number.POSITIVE_INFINITY)
    this.#leave('has ended')
  }

  #leave(why: string): void {
    this.#finish(undefined, new SessionClosedError(why))
  }

  /** Ends it all, once; `error` goes to who reads, unless there is none, and to who writes. */
  #finish(error?: unknown, forWriters: unknown = error): void {
    if (this.#over) return
    this.#over = true
    this.#options.signal?.removeEventListener('abort', this.#abort)
    this.#renewal?.stop()
    this.#connection.stop()
    this.#writer.fail(forWriters)
    if (error === undefined) this.#inbox.end()
    else this.#inbox.fail(error)
  }
}
