import { setTimeout } from 'node:timers/promises'

/** An event as it came. */
interface PlainEvent {
  id: string
  type: string
  start: number
  text?: string
}

/**
 * A client of one session that is not ours: it writes by HTTP, some chunks at once and each again until it has been
 * taken, and reads by event stream, from the last id again whenever that ends.
 */
export class PlainClient {
  readonly received: PlainEvent[] = []
  readonly #url: URL
  readonly #session: { id: string; token: string }

  private constructor(url: URL, session: { id: string; token: string }) {
    this.#url = url
    this.#session = session
  }

  static async open(url: URL, key: string): Promise<PlainClient> {
    const headers = { 'idempotency-key': key }
    const session = await untilAnswered(() =>
      fetch(new URL('/v1/sessions', url), { method: 'POST', headers }),
    )
    return new PlainClient(url, JSON.parse(session))
  }

  /** Writes chunks, of which the last is the end. */
  async write(chunks: readonly Uint8Array<ArrayBuffer>[], signal: AbortSignal): Promise<void> {
    for (let next = 0; next < chunks.length; ) {
      signal.throwIfAborted()
      const asked = chunks
        .slice(next, next + 4)
        .map((chunk, i) => this.#push(next + i, chunk, next + i === chunks.length - 1))
      next = Math.max(next, ...(await Promise.all(asked)))
    }
  }

  /** Reads up to the end. */
  async read(signal: AbortSignal): Promise<void> {
    while (this.received.at(-1)?.type !== 'done') {
      signal.throwIfAborted()
      await this.#readOn(signal).catch(() => setTimeout(5))
    }
  }

  /** Sends a chunk; gives the number that comes next then, or 0 where that was not told. */
  async #push(seq: number, chunk: Uint8Array<ArrayBuffer>, end: boolean): Promise<number> {
    const query = `seq=${seq}${end ? '&end=true' : ''}`
    const answer = await this.#ask(`/chunks?${query}`, { method: 'POST', body: chunk }).catch(() => undefined)
    const text = (await answer?.text().catch(() => '')) ?? ''
    if (answer?.status === 200) return (JSON.parse(text) as { next: number }).next
    if (answer && answer.status < 500 && !text.includes('"code":"sequence_gap"'))
      throw new Error(`${answer.status} ${text}`)
    return 0
  }

  async #readOn(signal: AbortSignal): Promise<void> {
    const last = this.received.at(-1)?.id
    const answer = await this.#ask('/events?reader=plain', {
      signal,
      headers: last === undefined ? {} : { 'last-event-id': last },
    })
    if (answer.status !== 200) throw new Error(String(answer.status))
    let text = ''
    const decoder = new TextDecoder()
    for await (const bytes of answer.body as ReadableStream<Uint8Array>) {
      text += decoder.decode(bytes, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) this.#take(block)
    }
  }

  #take(block: string): void {
    const id = /^id: (.*)$/m.exec(block)?.[1]
    const event = /^data: (.*)$/m.exec(block)?.[1]
    if (id !== undefined && event !== undefined) this.received.push({ id, ...JSON.parse(event) })
  }

  #ask(end: string, init: RequestInit): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#session.token}`, ...(init.headers as object) }
    return fetch(new URL(`/v1/sessions/${this.#session.id}${end}`, this.#url), { ...init, headers })
  }
}

const untilAnswered = async (ask: () => Promise<Response>): Promise<string> => {
  for (;;) {
    const answer = await ask().catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (answer?.ok && text !== undefined) return text
    await setTimeout(5)
  }
}
