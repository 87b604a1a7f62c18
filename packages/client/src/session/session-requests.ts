import { RunnelServiceError } from '../errors.ts'
import { addressOf, type Call } from '../http.ts'
import type { SessionOptions, SessionPosition } from './client-session.ts'
import { randomKey } from './random-key.ts'
import { retrying } from './retrying.ts'
import type { SessionContext } from './session-context.ts'

/** Requests about one session, each sent again until the service has answered. */
export class SessionRequests {
  readonly #context: SessionContext
  readonly #options: SessionOptions
  /** The token to use, and the time at which it expires, which change when the session is renewed. */
  credentials: Pick<SessionPosition, 'token' | 'expires'>
  readonly #route: string
  /** Name of this reader: when it comes again, the service gives it its own place. */
  readonly #reader = randomKey()

  constructor(context: SessionContext, { id, token, expires }: SessionPosition, options: SessionOptions) {
    this.#context = context
    this.#options = options
    this.credentials = { token, expires }
    this.#route = `/v1/sessions/${encodeURIComponent(id)}`
  }

  /** Address of the session's socket, for one who has got the events up to an id. */
  socketAddress(lastEventId: string | undefined): URL {
    const query = { token: this.credentials.token, reader: this.#reader, lastEventId }
    const url = addressOf(this.#context.url, `${this.#route}/socket`, query)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    return url
  }

  /** Lets the service drop the events up to and with an id. */
  async acknowledge(id: string): Promise<void> {
    await this.ask({ method: 'POST', end: '/ack', query: { id } })
  }

  /** Deletes the session, though it may have been ended here. */
  async delete(): Promise<void> {
    await this.#send({ method: 'DELETE', path: this.#route }).catch((error: unknown) => {
      // It is gone, by an earlier try or by age: what was asked for.
      if (!RunnelServiceError.isInstance(error) || ![404, 410].includes(error.status)) throw error
    })
  }

  /** Asks for a route of the session, named by the end of its path; gives the text of the answer. */
  ask({ end, ...call }: Omit<Call, 'path'> & { end: string }): Promise<string> {
    return this.#send({ ...call, path: this.#route + end }, this.#options.signal)
  }

  #send(call: Call, ending?: AbortSignal): Promise<string> {
    const headers = { ...call.headers, authorization: `Bearer ${this.credentials.token}` }
    const send = async (signal: AbortSignal) =>
      (await this.#context.send({ ...call, headers, signal })).text()
    return retrying(send, this.#context, { ...this.#options.retry, signal: ending })
  }
}
