import type { Random } from '@runnel/core'
import { WebSocket } from 'ws'

/** Messages that may come twice or past one another: those with a number or an id of their own. */
const LOOSE = /"type":"(?:chunk|end|accepted|final|key|candidates|done)"/

/** Milliseconds that a message is held up, while others pass it. */
const DELAY = 15

/**
 * One WebSocket through a proxy: messages of both directions are delayed, doubled and reordered, and in the end the
 * connection is cut.
 */
export class HostileLine {
  readonly #random: Random
  readonly #note: (what: string) => void
  readonly #ends: readonly [WebSocket, WebSocket]
  /** Messages that pass before it is cut. */
  #left: number

  constructor(client: WebSocket, upstream: WebSocket, random: Random, note: (what: string) => void) {
    this.#random = random
    this.#note = note
    this.#ends = [client, upstream]
    this.#left = 10 + random.integer(150)
    const waiting: string[] = []
    client.on('message', (message) => {
      if (upstream.readyState === WebSocket.CONNECTING) waiting.push(String(message))
      else this.#pass(String(message), upstream)
    })
    upstream.on('open', () => {
      for (const message of waiting) upstream.send(message)
    })
    upstream.on('message', (message) => this.#pass(String(message), client))
    client.on('close', () => upstream.terminate())
    // What was held up comes before the end.
    upstream.on('close', (code, reason) => setTimeout(() => this.#close(client, code, reason), 2 * DELAY))
    for (const end of this.#ends) end.on('error', () => end.terminate())
  }

  #pass(message: string, to: WebSocket): void {
    if (--this.#left === 0) {
      this.#note('WebSocket cut')
      for (const end of this.#ends) end.terminate()
      return
    }
    const fate = LOOSE.test(message) ? this.#random.integer(20) : 20
    if (fate < 2) {
      this.#note('message reordered')
      setTimeout(() => send(to, message), this.#random.integer(DELAY))
      return
    }
    send(to, message)
    if (fate < 4) {
      this.#note('message doubled')
      setTimeout(() => send(to, message), this.#random.integer(DELAY))
    }
  }

  #close(client: WebSocket, code: number, reason: Buffer): void {
    if (code === 1005 || code === 1006 || client.readyState !== WebSocket.OPEN) client.terminate()
    else client.close(code, reason)
  }
}

const send = (to: WebSocket, message: string): void => {
  if (to.readyState === WebSocket.OPEN) to.send(message)
}
