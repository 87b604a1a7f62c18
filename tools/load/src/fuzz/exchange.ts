import { connect } from 'node:net'

/** A request, byte for byte, with what has to be true of the answer. */
export interface Attack {
  kind: string
  bytes: Buffer
  /** Sent once the answer has begun: frames, after an upgrade. */
  frames?: Buffer[]
  /** True when the request is whole, so that an answer must come. */
  whole: boolean
  /** True when it reaches for a session of another client. */
  foreign: boolean
}

/** Answer to an attack, as far as it was read. */
export interface Answer {
  /** 0 when the connection was closed without an answer. */
  status: number
  type: string
  /** The start of what followed the headers. */
  body: string
  /** Nothing came in time, though the request was whole. */
  hung: boolean
}

/**
 * Milliseconds that an answer to a whole request may take; that any is waited for after a broken one has been sent; and
 * that more is waited for of what does not end by itself.
 */
const [PATIENCE, BROKEN, MORE] = [20_000, 100, 40]
const KEPT = 16 * 1024

/** Sends an attack over a connection of its own, and reads what comes back. `turn` spreads local ports. */
export const exchange = (url: URL, attack: Attack, turn: number): Promise<Answer> =>
  new Promise((resolve) => {
    const localAddress = `127.0.0.${1 + (turn % 250)}`
    const socket = connect({ port: Number(url.port), host: url.hostname, localAddress })
    let received = Buffer.alloc(0)
    let ending = false
    let timer = setTimeout(() => end(true), PATIENCE)
    const end = (late: boolean): void => {
      clearTimeout(timer)
      socket.destroy()
      const [head = '', ...rest] = received.toString('latin1').split('\r\n\r\n')
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
      const type = /^content-type: *([^\r;]+)/im.exec(head)?.[1] ?? ''
      resolve({ status, type, body: rest.join('\r\n\r\n'), hung: late && attack.whole && status === 0 })
    }
    const endSoon = (): void => {
      if (ending) return
      ending = true
      clearTimeout(timer)
      timer = setTimeout(() => end(false), MORE)
    }
    socket.on('connect', () => {
      socket.write(attack.bytes)
      if (attack.whole) return
      clearTimeout(timer)
      timer = setTimeout(() => end(true), BROKEN)
    })
    socket.on('data', (data) => {
      const begins = received.length === 0
      if (received.length < KEPT) received = Buffer.concat([received, data])
      if (begins && attack.frames) for (const frame of attack.frames) socket.write(frame)
      // Neither a socket nor an event stream ends by itself: what they say first is enough.
      const [head = '', first = ''] = received.toString('latin1').split('\r\n\r\n', 2)
      const stays = /^HTTP\/1\.1 101|^content-type: *text\/event-stream/im.test(head)
      if (stays && first !== '') endSoon()
    })
    socket.on('error', () => end(false))
    socket.on('close', () => end(false))
  })
