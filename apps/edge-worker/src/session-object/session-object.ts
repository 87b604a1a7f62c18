import { DurableObject } from 'cloudflare:workers'
import type { DecipherQuery } from '../decipher-query.ts'
import type { FaultSink } from '../fault-sink.ts'
import { RefusedError } from '../refused-error.ts'
import { FIRST_TOKEN } from '../session-token.ts'
import type { ServiceBindings } from '../settings.ts'
import { type Accepted, type Answer, answered, noFactOf } from './answer.ts'
import type { Bearer, IssuedToken, TokenWish } from './bearer.ts'
import type { Chunk } from './chunk.ts'
import { ChunkDigests } from './chunk-digests.ts'
import type { MessageParser } from './client-message.ts'
import { EventLog } from './event-log.ts'
import { Heeded } from './heeded.ts'
import { limits } from './limits.ts'
import { Readers } from './readers.ts'
import { SessionStore } from './session-record.ts'
import { type SessionState, stateOf } from './session-state.ts'
import { SessionTokens } from './session-tokens.ts'
import type { SharedWork } from './session-work.ts'
import { SocketMessages } from './socket-messages.ts'
import { type Asking, StoredSession } from './stored-session.ts'
import type { MakeDecipherer } from './warm-session.ts'

/**
 * One session that outlives connections: takes requests and messages, stores, and only then acknowledges and tells
 * the readers.
 */
export class SessionObject extends DurableObject<ServiceBindings> {
  readonly #store: SessionStore
  readonly #readers: Readers
  readonly #session: StoredSession
  readonly #tokens: SessionTokens
  readonly #messages: SocketMessages
  readonly #heeded: Heeded

  constructor(
    context: DurableObjectState,
    bindings: ServiceBindings,
    make: MakeDecipherer,
    { work, parse, logFault }: { work: SharedWork; parse: MessageParser; logFault: FaultSink },
  ) {
    super(context, bindings)
    const log = new EventLog(context.storage.sql)
    this.#store = new SessionStore(context.storage)
    this.#tokens = new SessionTokens(context.storage, this.#store)
    const digests = new ChunkDigests(context.storage.sql)
    this.#session = new StoredSession(
      { storage: context.storage, store: this.#store, log, digests, work },
      make,
    )
    this.#heeded = new Heeded(work)
    this.#readers = new Readers(context, this.#store, log, logFault)
    this.#messages = new SocketMessages({
      session: this.#session,
      readers: this.#readers,
      parse,
      logFault,
      check: ({ tokenId }) => void this.#tokens.find(tokenId),
      heed: (by) => this.#heeded.heed(by, this.#store.read(), Date.now()),
      take: (step, accept) => this.#takeOverSocket(step, accept),
      cancel: () => this.#cancel(),
    })
    context.setWebSocketAutoResponse(
      new WebSocketRequestResponsePair('{"type":"keepalive"}', '{"type":"keepalive"}'),
    )
    context.blockConcurrencyWhile(() => this.#session.restore())
  }

  /** Begins the session, once however often it is asked for; answers with its first token. */
  create(options: DecipherQuery, client?: string): Promise<Answer<IssuedToken>> {
    return answered(async () => {
      const now = Date.now()
      if (await this.#session.begin(options, now, client)) await this.ctx.storage.setAlarm(now + limits.idle)
      return this.#tokens.find(FIRST_TOKEN)
    })
  }

  /** Tells how far the session is. */
  state(by: Bearer): Promise<Answer<SessionState>> {
    return this.#heed(by, () => stateOf(this.#store.read(), this.#tokens.expires))
  }

  /** Reads a chunk, once however often it is sent. */
  push(by: Bearer, chunk: Chunk): Promise<Answer<Accepted>> {
    return this.#for(by, () => this.#take(() => this.#session.push(chunk, this.#asking(by))))
  }

  /** Makes final what waits. */
  settle(by: Bearer): Promise<Answer<Accepted>> {
    return this.#for(by, () => this.#take(() => this.#session.settle(this.#asking(by))))
  }

  /** Lets the events up to and with an id be dropped. */
  acknowledge(by: Bearer, id: string): Promise<Answer<Accepted>> {
    return this.#heed(by, () => ({ next: this.#session.acknowledge(id, Date.now()) }))
  }

  /** Deletes everything, and sends the readers away. */
  cancel(by: Bearer): Promise<Answer<Accepted>> {
    return this.#for(by, async () => {
      const { next } = this.#store.read()
      await this.#cancel()
      return { next }
    })
  }

  /** Lists the tokens that are good for the session. */
  tokens(by: Bearer): Promise<Answer<{ tokens: IssuedToken[] }>> {
    return this.#heed(by, () => ({ tokens: this.#tokens.list() }))
  }

  /** Issues a further token. */
  issueToken(by: Bearer, wish: TokenWish): Promise<Answer<IssuedToken>> {
    return this.#heed(by, () => this.#noteExpiry(this.#tokens.issue(wish, Date.now())))
  }

  /** Has the session, and the token that asks, begin to age anew. */
  renew(by: Bearer): Promise<Answer<IssuedToken>> {
    return this.#heed(by, () => {
      this.#session.touch(Date.now())
      return this.#noteExpiry(this.#tokens.renew(by.tokenId, Date.now()))
    })
  }

  /** Makes a token good for nothing, and sends its readers away. */
  revoke(by: Bearer, tokenId: string): Promise<Answer<object>> {
    return this.#for(by, () => {
      this.#tokens.revoke(tokenId)
      this.#readers.refuseBearer(tokenId, new RefusedError('token_revoked', 'the token was revoked'))
      return {}
    })
  }

  /** Answers a reader: `/socket` or `/events`, with who it is in the query, and its request's id. */
  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const asked = (name: string) => url.searchParams.get(name) ?? undefined
    try {
      const bearer = this.#tokens.find(asked('tokenId') ?? '')
      this.#heeded.heed(bearer, this.#store.read(), Date.now())
      const requestId = request.headers.get('x-request-id') ?? undefined
      const place = { lastEventId: asked('lastEventId'), reader: asked('reader'), requestId, bearer }
      if (url.pathname === '/socket') return await this.#readers.openSocket(place)
      return await this.#readers.openStream(place)
    } catch (error) {
      return Response.json(noFactOf(error), { status: 400 })
    }
  }

  override webSocketMessage(socket: WebSocket, text: string | ArrayBuffer): Promise<void> {
    return this.#messages.take(socket, text)
  }

  override webSocketClose(socket: WebSocket): void {
    this.#readers.leave(socket)
    socket.close()
  }

  override webSocketError(socket: WebSocket): void {
    this.#readers.leave(socket)
  }

  override async alarm(): Promise<void> {
    const record = this.#store.find()
    if (!record) return
    // A chunk that waits for its turn, or is read, is a sign of life for as long as it takes.
    const asked = this.#session.isBusy ? Date.now() : this.#session.asked
    const idle = Math.max(record.touched, asked, this.#readers.lastSign()) + limits.idle
    const due = Math.min(idle, this.#tokens.expires)
    if (Date.now() < due) {
      for (const { tokenId } of this.#tokens.sweep(Date.now())) {
        this.#readers.refuseBearer(tokenId, new RefusedError('unauthorised', 'the token has expired'))
      }
      return this.ctx.storage.setAlarm(Math.min(due, ...this.#tokens.list().map(({ expires }) => expires)))
    }
    await this.#delete(
      new RefusedError('session_expired', 'the session was idle for too long, or came of age'),
    )
  }

  /** Acts for a token that is still good. */
  #for<Fact extends object>(by: Bearer, act: () => Fact | Promise<Fact>): Promise<Answer<Fact>> {
    return answered(() => {
      this.#tokens.find(by.tokenId)
      return act()
    })
  }

  /** The same, where it reads nothing and may be asked for again and again. */
  #heed<Fact extends object>(by: Bearer, act: () => Fact | Promise<Fact>): Promise<Answer<Fact>> {
    return this.#for(by, () => {
      this.#heeded.heed(by, this.#store.read(), Date.now())
      return act()
    })
  }

  /** A step may wait for others: when its turn comes, its token still has to be good. */
  #asking({ tokenId }: Bearer): Asking {
    return { now: Date.now(), check: () => void this.#tokens.find(tokenId) }
  }

  /** Has the object wake when a token expires. */
  async #noteExpiry(token: IssuedToken): Promise<IssuedToken> {
    const due = (await this.ctx.storage.getAlarm()) ?? Number.POSITIVE_INFINITY
    if (token.expires < due) await this.ctx.storage.setAlarm(token.expires)
    return token
  }

  /** Does a step, and once it is stored says so to who asked for it, then to the readers. */
  async #take(step: () => Promise<number>): Promise<Accepted> {
    const next = await step()
    await this.ctx.storage.sync()
    this.#readers.tell()
    return { next }
  }

  /**
   * The same over a socket, without waiting: the platform holds back all that is sent over sockets until what was written
   * before is stored, and cuts them where it cannot be.
   */
  async #takeOverSocket(
    step: () => Promise<number>,
    accept: (next: number) => void = () => {},
  ): Promise<void> {
    accept(await step())
    this.#readers.tell()
  }

  async #cancel(): Promise<void> {
    await this.#delete(new RefusedError('session_cancelled', 'the session was cancelled'))
  }

  async #delete(reason: RefusedError): Promise<void> {
    this.#session.free()
    this.#readers.refuse(reason)
    await this.#store.delete()
  }
}
