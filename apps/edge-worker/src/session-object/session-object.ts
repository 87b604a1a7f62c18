import { DurableObject } from 'cloudflare:workers'
import type { DecipherQuery } from '../decipher-query.ts'
import type { FaultSink } from '../fault-sink.ts'
import { type Refusal, RefusedError, refusalOf } from '../refused-error.ts'
import type { ServiceBindings } from '../settings.ts'
import type { Chunk } from './chunk.ts'
import { ChunkDigests } from './chunk-digests.ts'
import { type ClientMessage, parseMessage } from './client-message.ts'
import { EventLog } from './event-log.ts'
import { limits } from './limits.ts'
import { Readers } from './readers.ts'
import { SessionStore } from './session-record.ts'
import type { SharedWork } from './session-work.ts'
import { SocketReader } from './socket-reader.ts'
import { refuseSocket } from './sockets.ts'
import { type MakeDecipherer, StoredSession } from './stored-session.ts'

/** Answer of a session: a fact about it, or a refusal. */
export type Answer<Fact extends object> = Fact | { refused: Refusal }

/** Number of the next chunk. */
export interface Accepted {
  next: number
}

/**
 * One session that outlives connections: takes requests and messages, stores, and only then acknowledges and tells
 * the readers.
 */
export class SessionObject extends DurableObject<ServiceBindings> {
  readonly #store: SessionStore
  readonly #readers: Readers
  readonly #session: StoredSession
  readonly #logFault: FaultSink

  constructor(
    context: DurableObjectState,
    bindings: ServiceBindings,
    make: MakeDecipherer,
    { work, logFault }: { work: SharedWork; logFault: FaultSink },
  ) {
    super(context, bindings)
    this.#logFault = logFault
    const log = new EventLog(context.storage.sql)
    this.#store = new SessionStore(context.storage)
    const digests = new ChunkDigests(context.storage.sql)
    this.#session = new StoredSession(
      { storage: context.storage, store: this.#store, log, digests, work },
      make,
    )
    this.#readers = new Readers(context, this.#store, log, logFault)
    context.setWebSocketAutoResponse(
      new WebSocketRequestResponsePair('{"type":"keepalive"}', '{"type":"keepalive"}'),
    )
    context.blockConcurrencyWhile(() => this.#session.restore())
  }

  /** Begins the session, once however often it is asked for; answers with the time at which it began. */
  create(options: DecipherQuery, client?: string): Promise<Answer<{ created: number }>> {
    return answered(async () => {
      const now = Date.now()
      const created = await this.#session.begin(options, now, client)
      if (created === now) await this.ctx.storage.setAlarm(now + limits.idle)
      return { created }
    })
  }

  /** Reads a chunk, once however often it is sent. */
  push(chunk: Chunk): Promise<Answer<Accepted>> {
    return answered(() => this.#take(() => this.#session.push(chunk, Date.now())))
  }

  /** Makes final what waits. */
  settle(): Promise<Answer<Accepted>> {
    return answered(() => this.#take(() => this.#session.settle(Date.now())))
  }

  /** Lets the events up to and with an id be dropped. */
  acknowledge(id: string): Promise<Answer<Accepted>> {
    return answered(async () => ({ next: this.#session.acknowledge(id, Date.now()) }))
  }

  /** Deletes everything, and sends the readers away. */
  cancel(): Promise<Answer<Accepted>> {
    return answered(async () => {
      const { next } = this.#store.read()
      await this.#delete(new RefusedError('session_cancelled', 'the session was cancelled'))
      return { next }
    })
  }

  /** Answers a reader: `/socket` or `/events`, with `lastEventId` and `reader` in the query, and its request's id. */
  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const place = {
      lastEventId: url.searchParams.get('lastEventId') ?? undefined,
      reader: url.searchParams.get('reader') ?? undefined,
      requestId: request.headers.get('x-request-id') ?? undefined,
    }
    try {
      if (url.pathname === '/socket') return await this.#readers.openSocket(place)
      return await this.#readers.openStream(place)
    } catch (error) {
      const refused = refusalOf(error)
      if (!refused) throw error
      return Response.json(refused, { status: 400 })
    }
  }

  override async webSocketMessage(socket: WebSocket, text: string | ArrayBuffer): Promise<void> {
    // Of a client that was sent away nothing more is taken, though it may still be on its way.
    if (socket.readyState !== WebSocket.OPEN) return
    try {
      await this.#obey(socket, parseMessage(text))
    } catch (error) {
      const reader = new SocketReader(socket)
      if (error instanceof RefusedError) return reader.refuse(error)
      this.#logFault(error, reader.requestId)
      refuseSocket(socket, new RefusedError('interrupted', 'something went wrong here: connect again'))
    }
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close()
  }

  override async alarm(): Promise<void> {
    const record = this.#store.find()
    if (!record) return
    const due = Math.min(
      Math.max(record.touched, this.#readers.lastSign()) + limits.idle,
      record.created + limits.age,
    )
    if (Date.now() < due) return this.ctx.storage.setAlarm(due)
    await this.#delete(
      new RefusedError('session_expired', 'the session was idle for too long, or came of age'),
    )
  }

  /** Does a step, and once it is stored says so to who asked for it, then to the readers. */
  async #take(step: () => Promise<number>, accept: (next: number) => void = () => {}): Promise<Accepted> {
    const next = await step()
    await this.ctx.storage.sync()
    accept(next)
    this.#readers.tell()
    return { next }
  }

  async #obey(socket: WebSocket, message: ClientMessage): Promise<void> {
    const now = Date.now()
    switch (message.type) {
      case 'chunk':
      case 'end': {
        const chunk = message.type === 'chunk' ? message.text : ''
        await this.#take(
          () => this.#session.push({ seq: message.seq, chunk, end: message.type === 'end' }, now),
          (next) => new SocketReader(socket).reply({ type: 'accepted', next }),
        )
        return
      }
      case 'settle':
        await this.#take(() => this.#session.settle(now))
        return
      case 'ack':
        this.#session.acknowledge(message.id, now)
        return
      case 'mark':
        new SocketReader(socket).takeBack(message.mark)
        this.#readers.tellSocket(socket)
        return
      case 'keepalive':
        this.#session.touch(now)
        new SocketReader(socket).reply({ type: 'keepalive' })
        return
      case 'cancel':
        await this.#delete(new RefusedError('session_cancelled', 'the session was cancelled'))
    }
  }

  async #delete(reason: RefusedError): Promise<void> {
    this.#session.free()
    this.#readers.refuse(reason)
    await this.#store.delete()
  }
}

const answered = async <Fact extends object>(act: () => Promise<Fact>): Promise<Answer<Fact>> => {
  try {
    return await act()
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    return { refused }
  }
}
