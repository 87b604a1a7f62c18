import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Random } from '@runnel/core'

/** A proxy that cuts connections. */
export interface CuttingProxy {
  url: URL
  /** Connections that it has cut. */
  cuts(): number
  stop(): void
}

/**
 * Starts a proxy before a service that cuts each connection after a random number of bytes, both ways together, in
 * the midst of whatever is on its way: half a frame, the answer to an upgrade.
 */
export const startCuttingProxy = async (
  service: URL,
  random: Random,
  bytes: { least: number; most: number },
): Promise<CuttingProxy> => {
  let cuts = 0
  const server = createServer((client) => {
    const upstream = connect(Number(service.port), service.hostname)
    let left = bytes.least + random.integer(bytes.most - bytes.least)
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (data) => {
        to.write(data.subarray(0, left))
        left -= data.length
        if (left > 0) return
        cuts++
        // A pause, so that what was let through arrives.
        setTimeout(() => {
          from.destroy()
          to.destroy()
        }, 1)
        from.pause()
        to.pause()
      })
      from.on('close', () => to.destroy())
      from.on('error', () => to.destroy())
    }
    pass(client, upstream)
    pass(upstream, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    cuts: () => cuts,
    stop: () => server.close(),
  }
}
