import type { SocketEvent, SocketLike, Timers } from '../options.ts'

/** A socket whose other end is the test. */
export class FakeSocket implements SocketLike {
  readonly url: URL
  readonly sent: { type: string; seq?: number; id?: string }[] = []
  closed = false
  readonly #listeners: { type: string; listener: (event: SocketEvent) => void }[] = []

  constructor(url: string) {
    this.url = new URL(url)
  }

  addEventListener(type: string, listener: (event: SocketEvent) => void): void {
    this.#listeners.push({ type, listener })
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {
    this.closed = true
  }

  /** Numbers of the chunks that were sent. */
  get seqs(): (number | undefined)[] {
    return this.sent.filter(({ type }) => type === 'chunk' || type === 'end').map(({ seq }) => seq)
  }

  open(): void {
    this.#fire('open', {})
  }

  /** Says something as the service would. */
  say(message: object): void {
    this.#fire('message', { data: JSON.stringify(message) })
  }

  /** Sends a frame that the service never would. */
  sayRaw(data: unknown): void {
    this.#fire('message', { data })
  }

  /** Closes from the other end. */
  drop(code = 1006, reason = ''): void {
    this.#fire('close', { code, reason })
  }

  #fire(type: string, event: SocketEvent): void {
    for (const { type: of, listener } of this.#listeners) if (of === type) listener(event)
  }
}

/** Time that passes when the test says so, and the sockets that were asked for. */
export class FakePlatform implements Timers {
  readonly sockets: FakeSocket[] = []
  readonly WebSocket: new (
    url: string,
  ) => FakeSocket
  /** Milliseconds of every wait that was asked for and not given up. */
  readonly #waits: { at: number; milliseconds: number; callback: () => void }[] = []
  #now = 0

  constructor() {
    const { sockets } = this
    this.WebSocket = class extends FakeSocket {
      constructor(url: string) {
        super(url)
        sockets.push(this)
      }
    }
  }

  /** The latest socket. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('no socket was asked for')
    return socket
  }

  now(): number {
    return this.#now
  }

  get waits(): number[] {
    return this.#waits.map(({ milliseconds }) => milliseconds)
  }

  after(milliseconds: number, callback: () => void): () => void {
    const wait = { at: this.#now + milliseconds, milliseconds, callback }
    this.#waits.push(wait)
    return () => {
      const place = this.#waits.indexOf(wait)
      if (place >= 0) this.#waits.splice(place, 1)
    }
  }

  /** Lets time pass, and all that follows at once happen. */
  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds
    for (const wait of this.#waits.filter(({ at }) => at <= this.#now)) {
      this.#waits.splice(this.#waits.indexOf(wait), 1)
      wait.callback()
    }
    await settled()
  }
}

/** Resolves when promises that wait for nothing else have been seen to. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
