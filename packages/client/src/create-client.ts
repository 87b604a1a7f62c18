import { InvalidOptionError } from '@runnel/core'
import type { DecipherEvent } from '@runnel/decipher'
import { asIs, download } from './download.ts'
import { createEventLines } from './event-lines.ts'
import type { Flow } from './flow.ts'
import { createSend } from './http.ts'
import type {
  CipherEntry,
  ClientOptions,
  DecipherOptions,
  EncipherOptions,
  LanguageEntry,
  ModelEntry,
  RequestOptions,
  SocketLike,
  Timers,
  UploadOptions,
} from './options.ts'
import type { ClientSession, SessionOptions, SessionPosition } from './session/client-session.ts'
import { connectSession } from './session/connect-session.ts'
import { openSession } from './session/open-session.ts'
import type { SessionContext } from './session/session-context.ts'
import { hasShape, isList, parseShape } from './shape.ts'
import type { Source } from './upload.ts'

/** The service, as a client sees it. What the service refuses rejects with RunnelServiceError. */
export interface Client {
  /** Plaintext that is settled, while ciphertext still goes up where the platform can do that. */
  decipher(source: Source, options?: DecipherOptions & UploadOptions): Flow<string>
  /** The same as events, interim text and beliefs about the key among them. */
  decipherEvents(source: Source, options?: DecipherOptions & UploadOptions): Flow<DecipherEvent>
  /** Ciphertext of plaintext. */
  encipher(source: Source, options: EncipherOptions & UploadOptions): Flow<string>
  models(options?: RequestOptions): Promise<ModelEntry[]>
  languages(options?: RequestOptions): Promise<LanguageEntry[]>
  ciphers(options?: RequestOptions): Promise<CipherEntry[]>
  /** Makes a session at the service, and connects to it. */
  openSession(options?: DecipherOptions & SessionOptions): Promise<ClientSession>
  /** Connects to a session that was opened before, here or elsewhere. */
  resumeSession(position: SessionPosition, options?: SessionOptions): ClientSession
}

/**
 * Makes a client of a service.
 *
 * @throws InvalidOptionError for an address that is none; for sessions, where the platform has no WebSocket
 *
 * @example
 * import { createClient } from '@runnel/client'
 * const client = createClient({ url: 'http://127.0.0.1:8787' })
 * const session = await client.openSession()
 * void session.push('Aol tvyupun dhz jvsk').then(() => session.end())
 * for await (const event of session.events) if (event.type === 'final') console.log(event.text)
 */
export const createClient = (options: ClientOptions): Client => {
  if (!URL.canParse(String(options.url))) {
    throw new InvalidOptionError(
      'url',
      options.url,
      'the address of a service, such as https://runnel.example',
    )
  }
  const send = createSend(options)
  const contextOf = (): SessionContext => ({
    url: options.url,
    send,
    WebSocket: socketOf(options),
    timers: options.timers ?? platformTimers,
    random: options.random ?? Math.random,
  })
  const list = async <T>(name: string, { signal }: RequestOptions, path = name): Promise<T[]> => {
    const answer = await (await send({ path: `/v1/${path}`, signal })).text()
    return parseShape<Record<string, T[]>>(answer, hasShape({ [name]: isList }))[name] ?? []
  }

  return {
    decipher: (source, { upload, signal, ...query } = {}) =>
      download(send, { path: '/v1/decipher', query, source, upload, signal }, 'text/plain', asIs),
    decipherEvents: (source, { upload, signal, ...query } = {}) =>
      download(
        send,
        { path: '/v1/decipher', query, source, upload, signal },
        'application/x-ndjson',
        createEventLines(),
      ),
    encipher: (source, { upload, signal, ...query }) =>
      download(send, { path: '/v1/encipher', query, source, upload, signal }, 'text/plain', asIs),
    models: (request = {}) => list('models', request),
    languages: (request = {}) => list('languages', request, 'models'),
    ciphers: (request = {}) => list('ciphers', request),
    async openSession({ signal, acknowledge, capacity, renew, retry, ...query } = {}) {
      const opened = await openSession(contextOf(), query, { ...retry, signal })
      return connectSession(contextOf(), opened, { signal, acknowledge, capacity, renew, retry })
    },
    resumeSession: (position, sessionOptions = {}) => connectSession(contextOf(), position, sessionOptions),
  }
}

const socketOf = ({ WebSocket = globalThis.WebSocket }: ClientOptions): (new (url: string) => SocketLike) => {
  if (WebSocket) return WebSocket
  throw new InvalidOptionError(
    'WebSocket',
    undefined,
    'one, such as that of the package ws: this platform has none',
  )
}

const platformTimers: Timers = {
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}
