import { type ClientOptions, createClient, type SocketEvent, type SocketLike } from '@runnel/client'
import { request } from './sessions.ts'

/** A client of the service in this isolate. */
export const clientOfService = (options: Partial<ClientOptions> = {}) =>
  createClient({
    url: 'http://runnel.test',
    fetch: (asked) => request(new URL(asked.url).pathname + new URL(asked.url).search, asked),
    WebSocket: ServiceSocket,
    ...options,
  })

/** A WebSocket to the service in this isolate; the platform's would look for it in the network. */
class ServiceSocket implements SocketLike {
  readonly #socket: Promise<WebSocket>

  constructor(url: string) {
    const { pathname, search } = new URL(url)
    this.#socket = request(pathname + search, { headers: { upgrade: 'websocket' } }).then(({ webSocket }) => {
      if (!webSocket) throw new Error('not upgraded')
      return webSocket
    })
  }

  send(text: string): void {
    void this.#socket.then((socket) => socket.send(text))
  }

  close(code?: number, reason?: string): void {
    // Of a platform one may be closed before it is open; this one throws.
    void this.#socket.then((socket) => socket.close(code, reason)).catch(() => {})
  }

  addEventListener(
    type: 'open' | 'message' | 'close' | 'error',
    listener: (event: SocketEvent) => void,
  ): void {
    void this.#socket.then((socket) => {
      if (type !== 'open') socket.addEventListener(type, (event) => listener(event as SocketEvent))
      // Last, since messages come from then on.
      else
        setTimeout(() => {
          socket.accept()
          listener({})
        })
    })
  }
}
