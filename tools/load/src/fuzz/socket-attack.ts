import type { Random } from '@runnel/core'
import type { Attack } from './exchange.ts'
import { once, pick, randomBytes, randomText } from './random-parts.ts'
import type { Targets } from './targets.ts'

/** A socket to a session of one's own, or to another's, and frames that no client should send. */
export const socketAttack = (random: Random, { own, foreign }: Targets): Attack => {
  const session = pick(random, own)
  const isForeign = once(random, 4)
  const { id } = isForeign ? pick(random, foreign) : session
  const lines = [
    `GET /v1/sessions/${id}/socket?token=${session.token} HTTP/1.1`,
    'host: service',
    'connection: upgrade',
    'upgrade: websocket',
    `sec-websocket-version: ${once(random, 20) ? random.integer(20) : 13}`,
    `sec-websocket-key: ${once(random, 20) ? randomBytes(random, 20).toString('base64') : 'AAAAAAAAAAAAAAAAAAAAAA=='}`,
    ...(once(random, 10) ? ['sec-websocket-extensions: permessage-deflate; client_max_window_bits=99'] : []),
    ...(once(random, 10) ? [`sec-websocket-protocol: ${'x'.repeat(1 + random.integer(20))}`] : []),
  ]
  return {
    kind: 'WebSocket',
    bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
    frames: Array.from({ length: 1 + random.integer(5) }, () => randomFrame(random)),
    whole: true,
    foreign: isForeign,
  }
}

const randomFrame = (random: Random): Buffer => {
  const payload = pick(random, [
    () => Buffer.from(JSON.stringify(randomMessage(random))),
    () => Buffer.from(JSON.stringify(randomMessage(random))),
    () => Buffer.from(randomText(random, 40)),
    () => randomBytes(random, 125),
  ])()
  if (!once(random, 4)) return frame(0x81, payload)
  // Reserved bits and opcodes, fragments, lengths that are not there, no mask, close codes that are none.
  const broken = frame(random.integer(256), payload, !once(random, 4))
  if (once(random, 3) && broken.length > 1) broken[1] = random.integer(256)
  return broken
}

/** A frame as RFC 6455, section 5.2, lays it out. The mask is zero, which changes nothing. */
export const frame = (first: number, payload: Buffer, masked = true): Buffer => {
  const { length } = payload
  const mask = masked ? 0x80 : 0
  const size = length < 126 ? [mask | length] : [mask | 126, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([first, ...size]), Buffer.alloc(masked ? 4 : 0), payload])
}

const randomMessage = (random: Random): unknown => {
  const seq = pick(random, [
    0,
    1,
    2,
    random.integer(20),
    -1,
    1.5,
    1e300,
    '1',
    null,
    [],
    Number.MAX_SAFE_INTEGER,
  ])
  const text = pick<unknown>(random, [
    'gdwd',
    '',
    'x'.repeat(9000),
    '\ud800',
    7,
    null,
    {},
    randomText(random, 30),
  ])
  return pick<unknown>(random, [
    { type: 'chunk', seq, text },
    { type: 'chunk', seq, text, more: true },
    { type: 'chunk', seq },
    { type: 'end', seq },
    { type: 'settle' },
    { type: 'ack', id: pick<unknown>(random, ['x', 'abcdef01-1', '-', 3, '0-99999999999999999999']) },
    { type: 'mark', mark: text },
    { type: 'keepalive' },
    { type: 'cancel', id: 'x' },
    { type: '__proto__' },
    { type: 'toString', seq, text },
    { __proto__: { type: 'cancel' } },
    [],
    null,
    'chunk',
    seq,
  ])
}
