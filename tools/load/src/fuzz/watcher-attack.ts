import type { Random } from '@runnel/core'
import type { Attack } from './exchange.ts'
import { once, pick } from './random-parts.ts'
import { frame } from './socket-attack.ts'
import type { Targets } from './targets.ts'

/** Requests that change a session. */
const WRITING = [
  ['POST', '/chunks?seq=1', 'gdwd'],
  ['POST', '/chunks?seq=1&end=true', ''],
  ['POST', '/settle', ''],
  ['POST', '/ack?id=x', ''],
  ['POST', '/renew', ''],
  ['POST', '/tokens?scope=write', ''],
  ['GET', '/tokens', ''],
  ['DELETE', '/tokens/first', ''],
  ['DELETE', '', ''],
] as const

/** Messages that change a session. */
const MESSAGES = [
  { type: 'chunk', seq: 1, text: 'gdwd' },
  { type: 'end', seq: 1 },
  { type: 'settle' },
  { type: 'ack', id: 'x-1' },
  { type: 'cancel' },
] as const

/** A request or messages that would change a session of another client, with a token for it that only reads. */
export const watcherAttack = (random: Random, { foreign }: Targets): Attack => {
  const { id, watching = '' } = pick(random, foreign)
  if (once(random, 3)) {
    const lines = [
      // Under a name, so that it takes no place of those who look.
      `GET /v1/sessions/${id}/socket?reader=attacker&token=${watching} HTTP/1.1`,
      'host: service',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    ]
    const frames = MESSAGES.map((message) => frame(0x81, Buffer.from(JSON.stringify(message))))
    return {
      kind: KIND,
      bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
      frames,
      whole: true,
      foreign: false,
    }
  }
  const [method, end, body] = pick(random, WRITING)
  const lines = [
    `${method} /v1/sessions/${id}${end} HTTP/1.1`,
    'host: service',
    'connection: close',
    `content-length: ${body.length}`,
    `authorization: Bearer ${watching}`,
  ]
  return {
    kind: KIND,
    bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`),
    whole: true,
    foreign: true,
  }
}

const KIND = 'token that only reads'
