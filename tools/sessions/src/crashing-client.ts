import type { DecipherEvent } from '@runnel/decipher'

/** An event with its id. */
export type ReceivedEvent = DecipherEvent & { id: string }

/**
 * A client of one session over a WebSocket that expects the service to vanish at any moment: it keeps what it sent
 * until that is accepted, and remembers the last event it got.
 */
export class CrashingClient {
  readonly received: ReceivedEvent[] = []
  /** Chunks that are accepted. */
  accepted = 0
  done = false
  readonly #chunks: readonly string[]
  readonly #path: string

  private constructor(path: string, chunks: readonly string[]) {
    this.#path = path
    this.#chunks = chunks
  }

  /** Makes a session. */
  static async open(url: string, chunks: readonly string[]): Promise<CrashingClient> {
    const response = await fetch(`${url}/v1/sessions`, { method: 'POST' })
    const { id, token } = (await response.json()) as { id: string; token: string }
    return new CrashingClient(`/v1/sessions/${id}/socket?token=${token}`, chunks)
  }

  /**
   * Connects and goes on, with up to 4 chunks on their way; resolves when all is done or the connection is lost.
   *
   * @throws Error when the service says anything but what it should
   */
  run(url: string, onAccepted: () => void): Promise<void> {
    const last = this.received.at(-1)
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}${this.#path}${last ? `&lastEventId=${last.id}` : ''}`,
    )
    let sent = this.accepted
    const send = () => {
      for (; sent < this.#chunks.length && sent < this.accepted + 4; sent++) {
        socket.send(JSON.stringify({ type: 'chunk', seq: sent, text: this.#chunks[sent] }))
      }
      if (sent === this.#chunks.length && this.accepted === sent) {
        socket.send(JSON.stringify({ type: 'end', seq: sent++ }))
      }
    }
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', send)
      socket.addEventListener('error', () => {})
      socket.addEventListener('close', ({ code }) => {
        this.done = code === 1000
        resolve()
      })
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data))
        if (message.type === 'error') reject(new Error(JSON.stringify(message)))
        else if (message.type === 'accepted') {
          this.accepted = message.next
          onAccepted()
          if (socket.readyState === WebSocket.OPEN) send()
        } else if (message.id !== undefined) this.received.push(message)
      })
    })
  }
}
