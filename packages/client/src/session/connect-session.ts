import { ConnectionLostError, RunnelServiceError, SessionClosedError } from '../errors.ts'
import { createFlow } from '../flow.ts'
import { addressOf, type Send } from '../http.ts'
import type { ClientOptions, SocketLike, Timers } from '../options.ts'
import { backoff, retryDefaults } from './backoff.ts'
import { createChunkDecoder } from './chunk-decoder.ts'
import type { ClientSession, SessionOptions, SessionPosition } from './client-session.ts'
import { Connection, type ConnectionEnd } from './connection.ts'
import { Inbox } from './inbox.ts'
import { Outbox } from './outbox.ts'
import { retrying } from './retrying.ts'
import type { ServiceMessage } from './session-event.ts'

/** What a session needs of its client. */
export interface SessionContext {
  url: ClientOptions['url']
  send: Send
  WebSocket: new (url: string) => SocketLike
  timers: Timers
  random: () => number
}

/** Refusals that pass: the connection is made again. */
const passing: readonly string[] = ['interrupted', 'overloaded', 'slow_reader', 'too_many_readers']

/** Events that are read before the service is told. */
const ACKNOWLEDGED_AT_ONCE = 32

/** Connects to a session that the service has, and keeps connected. */
export const connectSession = (
  context: SessionContext,
  position: SessionPosition,
  options: SessionOptions,
): ClientSession => {
  const { id, token } = position
  const { signal, retry = {}, capacity = 65_536 } = options
  const route = `/v1/sessions/${encodeURIComponent(id)}`
  const writes = position.next !== undefined
  const acknowledges = options.acknowledge ?? writes
  const outbox = new Outbox(position.next ?? 0, capacity)
  const decode = createChunkDecoder()
  let connection: Connection | undefined
  let open = false
  let over = false
  let closed: unknown
  let failures = 0
  let unacknowledged = 0
  let stopWaiting = () => {}

  const inbox = new Inbox(position.lastEventId, (read) => {
    if (!acknowledges || ++unacknowledged < ACKNOWLEDGED_AT_ONCE || !open) return
    unacknowledged = 0
    connection?.send([JSON.stringify({ type: 'ack', id: read })])
  })

  /** Ends it all, once; `error` goes to who reads, unless there is none, and to who writes. */
  const finish = (error?: unknown, forWriters: unknown = error): void => {
    if (over) return
    over = true
    closed = forWriters
    open = false
    stopWaiting()
    connection?.drop()
    signal?.removeEventListener('abort', abort)
    outbox.fail(forWriters)
    if (error === undefined) inbox.end()
    else inbox.fail(error)
  }
  const abort = () => finish(signal?.reason)

  const flush = (): void => {
    if (open) connection?.send(outbox.take())
  }

  const receive = (message: ServiceMessage): void => {
    if (message.type === 'accepted') {
      failures = 0
      outbox.accept(message.next)
      flush()
    } else if (message.type === 'event') {
      if (message.event.type !== 'interim') failures = 0
      inbox.add(message.event)
      if (message.event.type === 'done') allRead()
    } else if (message.type === 'mark') {
      const { mark } = message
      // Over the connection it came by: another knows nothing of it.
      const reached = connection
      inbox.addMark(() => reached?.send([JSON.stringify({ type: 'mark', mark })]))
    } else if (message.type === 'error') refused(message)
  }

  const refused = ({ code, detail, expected }: ServiceMessage & { type: 'error' }): void => {
    if (code === 'sequence_gap' && outbox.goBack(expected ?? -1)) flush()
    else if (!passing.includes(code)) finish(new RunnelServiceError(0, code, detail, { expected }))
  }

  /** Every event has come; so has all that was sent before the end, though its acknowledgement may be lost. */
  const allRead = (): void => {
    if (outbox.ended) outbox.accept(Number.POSITIVE_INFINITY)
    finish(undefined, new SessionClosedError('has ended'))
  }

  const ended = ({ done, error }: ConnectionEnd): void => {
    open = false
    if (over) return
    if (done) {
      allRead()
      return
    }
    failures++
    const { attempts = retryDefaults.attempts } = retry
    if (failures > attempts) {
      finish(error ?? new ConnectionLostError(attempts))
      return
    }
    stopWaiting = context.timers.after(backoff(failures - 1, context.random, retry), () => {
      inbox.room().then(connect).catch(finish)
    })
  }

  const connect = (): void => {
    if (over) return
    const url = addressOf(context.url, `${route}/socket`, {
      token,
      lastEventId: inbox.lastReceived,
    })
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    connection = new Connection(
      { url, WebSocket: context.WebSocket, timers: context.timers },
      {
        onOpen: () => {
          open = true
          outbox.rewind()
          flush()
        },
        onMessage: receive,
        onEnd: ended,
      },
    )
  }

  const ask = (method: string, path: string, query: Record<string, string> = {}): Promise<void> =>
    retrying(
      async () => {
        const headers = { authorization: `Bearer ${token}` }
        await context.send({ method, path: `${route}${path}`, query, headers, signal })
      },
      context,
      { ...retry, signal },
    )

  const write = async (add: () => void, until: () => Promise<void>): Promise<void> => {
    if (!writes) throw new SessionClosedError('was resumed without `next`, to be read only')
    if (outbox.ended) throw new SessionClosedError('has been ended')
    if (over) throw closed
    add()
    flush()
    await until()
  }

  if (signal?.aborted) abort()
  else {
    signal?.addEventListener('abort', abort)
    connect()
  }
  return {
    id,
    token,
    events: createFlow(
      () => inbox.next(),
      () => finish(undefined, new SessionClosedError('was left')),
    ),
    push: (chunk) =>
      write(
        () => outbox.add(decode(chunk)),
        () => outbox.room(),
      ),
    settle: () =>
      write(
        () => outbox.addSettle(),
        () => outbox.stored(),
      ),
    end: () =>
      write(
        () => {
          outbox.add(decode(''))
          outbox.addEnd()
        },
        () => outbox.stored(),
      ),
    stored: () => outbox.stored(),
    acknowledge: (eventId) => ask('POST', '/ack', { id: eventId }),
    cancel: async () => {
      finish(undefined, new SessionClosedError('was cancelled'))
      await ask('DELETE', '').catch((error: unknown) => {
        // It is gone, by an earlier try or by age: what was asked for.
        if (!RunnelServiceError.isInstance(error) || ![404, 410].includes(error.status)) throw error
      })
    },
    close: () => finish(undefined, new SessionClosedError('was closed')),
    position: () => ({ ...position, ...(writes && { next: outbox.next }), lastEventId: inbox.lastGiven }),
  }
}
