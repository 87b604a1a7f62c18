import type { SocketEvent, SocketLike, Timers } from '@runnel/client'
import type { Connection } from '../frame.ts'

/** The platform's sockets and timers, as a client wants them. */
export interface Platform {
  readonly WebSocket: new (url: string) => SocketLike
  readonly timers: Timers
}

/**
 * The same sockets and timers, watched: tells when a connection stands, when it is lost, and how long it is until the
 * next try.
 */
export const watchedParts = (
  { WebSocket, timers }: Platform,
  tell: (connection: Pick<Connection, 'state' | 'retryIn'>) => void,
): Platform => {
  let isLost = false
  const lose = (): void => {
    if (isLost) return
    isLost = true
    tell({ state: 'lost' })
  }
  class WatchedSocket implements SocketLike {
    readonly #socket: SocketLike
    constructor(url: string) {
      this.#socket = new WebSocket(url)
      this.#socket.addEventListener('open', () => {
        isLost = false
        tell({ state: 'open' })
      })
      this.#socket.addEventListener('close', ({ code }) => {
        // A session that has ended closes in order.
        if (code !== 1000) lose()
      })
    }
    send(text: string): void {
      this.#socket.send(text)
    }
    close(code?: number, reason?: string): void {
      this.#socket.close(code, reason)
    }
    addEventListener(
      type: 'open' | 'message' | 'close' | 'error',
      listener: (event: SocketEvent) => void,
    ): void {
      this.#socket.addEventListener(type, listener)
    }
  }
  return {
    WebSocket: WatchedSocket,
    timers: {
      after(milliseconds, callback) {
        if (isLost) tell({ state: 'lost', retryIn: milliseconds })
        return timers.after(milliseconds, callback)
      },
    },
  }
}
