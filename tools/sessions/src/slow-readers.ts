import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { startOnFreePort } from '@runnel/tasks/start-on-free-port'

/** Kind of reader; `none` opens no reader, for comparison. */
export type Way = 'none' | 'socket' | 'events'

/** Memory of workerd in MiB, before and after readers that never read were offered far more than they may be sent. */
export interface SlowReaders {
  before: number
  after: number
  /** Bytes of events that each reader was offered, and of those the most that were on their way to one of them. */
  offered: number
  sent: number
}

const READERS_A_SESSION = 10
const CHUNK = 'Uijt jt opu sfbe. '.repeat(440)

/**
 * Opens readers that never read, ten a session, pushes chunks to their sessions, and sees what was sent to them all
 * the same. Memory says little: it grows with requests, and the kernel takes several MiB a connection.
 */
export const trySlowReaders = async (way: Way, readers: number, chunks: number): Promise<SlowReaders> => {
  const service = await startOnFreePort()
  const open: Socket[] = []
  try {
    const sessions = []
    for (let i = 0; i < readers / READERS_A_SESSION; i++) {
      const response = await fetch(`${service.url}/v1/sessions?cipher=caesar&key=1`, { method: 'POST' })
      const { id, token } = (await response.json()) as { id: string; token: string }
      const push = (seq: number) =>
        fetch(`${service.url}/v1/sessions/${id}/chunks?seq=${seq}&token=${token}`, {
          method: 'POST',
          body: CHUNK,
        })
      await push(0)
      for (let k = 0; k < READERS_A_SESSION && way !== 'none'; k++) {
        open.push(await openReader(service.url, `/v1/sessions/${id}/${way}?token=${token}`))
      }
      sessions.push(push)
    }
    const before = residentMemory(service.process.pid as number)
    for (let seq = 1; seq <= chunks; seq++) {
      const answers = await Promise.all(sessions.map((push) => push(seq)))
      for (const { status } of answers) if (status !== 200) throw new Error(`chunk ${seq}: status ${status}`)
    }
    const after = residentMemory(service.process.pid as number)
    const sent = Math.max(0, ...(await Promise.all(open.map(drain))))
    return { before, after, offered: chunks * CHUNK.length, sent }
  } finally {
    for (const socket of open) socket.destroy()
    await service.stop()
  }
}

/** Connects, waits for the head of the answer, and reads no more. */
const openReader = async (url: string, path: string): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const upgrade = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n`
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n${path.includes('/socket') ? upgrade : ''}\r\n`)
  await once(socket, 'data')
  socket.pause()
  return socket
}

/** Reads what is on its way, until nothing comes any more; gives its bytes. */
const drain = async (socket: Socket): Promise<number> => {
  let [bytes, before] = [0, -1]
  socket.on('data', (data: Buffer) => {
    bytes += data.length
  })
  socket.resume()
  while (bytes > before) {
    before = bytes
    await setTimeout(1000)
  }
  return bytes
}

/** Resident memory in MiB of the processes of workerd: wrangler runs two, its own in front of the service's. */
const residentMemory = (wrangler: number): number => {
  const lines = execFileSync('ps', ['-eo', 'pgid=,rss=,comm='], { encoding: 'utf8' }).trim().split('\n')
  const sizes = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([group, , name]) => Number(group) === wrangler && name === 'workerd')
    .map(([, size]) => Number(size))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)
}
