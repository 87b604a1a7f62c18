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
  readonly #token: string
  readonly #route: string
  /** Name of this reader: when it comes again, the service gives it its own place. */
  readonly #reader = randomKey()

  constructor(context: SessionContext, { id, token }: SessionPosition, options: SessionOptions) {
    this.#context = context
    this.#options = options
    this.#token = token
    this.#route = `/v1/sessions/${encodeURIComponent(id)}`
  }

  /** Address of the session's socket, for one who has got the events up to an id. */
  socketAddress(lastEventId: string | undefined): URL {
    const query = { token: this.#token, reader: this.#reader, lastEventId }
    const url = addressOf(this.#context.url, `${this.#route}/socket`, query)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    return url
  }

  /** Lets the service drop the events up to and with an id. */
  acknowledge(id: string): Promise<void> {
    const { signal } = this.#options
    return this.#send({ method: 'POST', path: `${this.#route}/ack`, query: { id } }, signal)
  }

  /** Deletes the session, though it may have been ended here. */
  async delete(): Promise<void> {
    await this.#send({ method: 'DELETE', path: this.#route }).catch((error: unknown) => {
      // It is gone, by an earlier try or by age: what was asked for.
      if (!RunnelServiceError.isInstance(error) || ![404, 410].includes(error.status)) throw error
    })
  }

  #send(call: Call, ending?: AbortSignal): Promise<void> {
    const headers = { authorization: `Bearer ${this.#token}` }
    const send = async (signal: AbortSignal) => {
      await this.#context.send({ ...call, headers, signal })
    }
    return retrying(send, this.#context, { ...this.#options.retry, signal: ending })
  }
}
