import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '@runnel/core'
import { WebSocket, WebSocketServer } from 'ws'
import { HostileLine } from './hostile-line.ts'
import { forward } from './hostile-request.ts'

/** A proxy that does all that a network may do, and counts what it did. */
export interface HostileProxy {
  url: URL
  /** Number of times that it did each thing. */
  done: Map<string, number>
  stop(): void
}

/**
 * Starts a proxy before a service that cuts, delays, doubles and reorders, and answers 502 and 503 in its place:
 * requests by HTTP, whether or not they reached the service; event streams in the midst of an event; and messages of
 * WebSockets in both directions.
 */
export const startHostileProxy = async (service: URL, random: Random): Promise<HostileProxy> => {
  const done = new Map<string, number>()
  const note = (what: string): void => void done.set(what, (done.get(what) ?? 0) + 1)
  const upstreams = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const server = createServer((request, response) => {
    forward({ service, random, note }, request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {})
    if (random.integer(5) === 0) {
      note('upgrade answered with 502 or 503')
      socket.end(`HTTP/1.1 ${random.integer(2) ? 502 : 503} No\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    upstreams.handleUpgrade(request, socket, head, (client) => {
      const upstream = new WebSocket(new URL(request.url ?? '/', service.href.replace('http', 'ws')), {
        perMessageDeflate: false,
      })
      new HostileLine(client, upstream, random, note)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    done,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
