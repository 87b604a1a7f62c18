import { createRandom, type Random } from '@runnel/core'
import type { Attack } from '../fuzz/exchange.ts'
import type { Target } from '../fuzz/targets.ts'

/*
 * Frames as RFC 6455, section 5.2, lays them out, and all that it does not: every first byte, every kind of length,
 * with and without a mask, every sequence of three kinds of fragments, and every message of a session with each of its
 * members missing, of another type, or beside others.
 */

/** One connection to a socket, and the frames that it sends. */
export interface SocketShape {
  name: string
  frames: Buffer[]
}

const MASK = 0x80
const text = (value: string) => Buffer.from(value)

/** Length fields, each around a payload; `stated` may be another length than there is. */
const lengths: readonly [string, (payload: Buffer, mask: number) => Buffer][] = [
  ['short', (payload, mask) => Buffer.from([mask | Math.min(125, payload.length)])],
  ['of two bytes', (payload, mask) => Buffer.from([mask | 126, payload.length >> 8, payload.length & 255])],
  [
    'of eight bytes',
    ({ length }, mask) => Buffer.from([mask | 127, 0, 0, 0, 0, 0, 0, length >> 8, length & 255]),
  ],
  ['longer than there is', (payload, mask) => Buffer.from([mask | 126, 0x7f, payload.length & 255])],
  ['of 2^63', (_, mask) => Buffer.from([mask | 127, 0x80, 0, 0, 0, 0, 0, 0, 0])],
  ['of 2^62', (_, mask) => Buffer.from([mask | 127, 0x40, 0, 0, 0, 0, 0, 0, 0])],
  ['cut short', (_, mask) => Buffer.from([mask | 127, 0])],
]

const frame = (first: number, payload: Buffer, length = lengths[0]?.[1], mask = MASK): Buffer => {
  const head = length?.(payload, mask) ?? Buffer.alloc(0)
  // The mask is zero, which changes nothing.
  return Buffer.concat([Buffer.from([first]), head, Buffer.alloc(mask === 0 ? 0 : 4), payload])
}

const firstBytes = (): SocketShape[] =>
  Array.from({ length: 256 }, (_, first) =>
    [MASK, 0].flatMap((mask) =>
      lengths.map(([name, length]) => ({
        name: `first byte ${first}, length ${name}, ${mask ? 'masked' : 'bare'}`,
        frames: [frame(first, text('{"type":"settle"}'), length, mask)],
      })),
    ),
  ).flat()

const FRAGMENTS: readonly [string, number, string][] = [
  ['text, more', 0x01, '{"type":'],
  ['text', 0x81, '{"type":"settle"}'],
  ['bytes, more', 0x02, '{"type":'],
  ['bytes', 0x82, 'x'],
  ['more, more', 0x00, '"settle"'],
  ['more', 0x80, '"settle"}'],
  ['ping', 0x89, 'x'],
  ['pong', 0x8a, ''],
  ['close', 0x88, '\x03\xe8'],
]

const sequences = (): SocketShape[] =>
  FRAGMENTS.flatMap((first) =>
    FRAGMENTS.flatMap((second) =>
      FRAGMENTS.map((third) => ({
        name: [first, second, third].map(([name]) => name).join(', then '),
        frames: [first, second, third].map(([, byte, payload]) =>
          frame(byte, Buffer.from(payload, 'latin1')),
        ),
      })),
    ),
  )

const closes = (): SocketShape[] =>
  [0, 1, 999, 1000, 1001, 1004, 1005, 1006, 1015, 1016, 2999, 3000, 4000, 4999, 5000, 65535].flatMap((code) =>
    ['', 'left', '\xff\xfe', 'x'.repeat(123)].map((reason) => ({
      name: `close ${code} ${reason.slice(0, 4)}`,
      frames: [
        frame(0x88, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason, 'latin1')])),
      ],
    })),
  )

const good: Readonly<Record<string, Record<string, unknown>>> = {
  chunk: { type: 'chunk', seq: 1, text: 'gdwd' },
  end: { type: 'end', seq: 1 },
  settle: { type: 'settle' },
  ack: { type: 'ack', id: 'x-1' },
  mark: { type: 'mark', mark: 'x' },
  keepalive: { type: 'keepalive' },
  cancel: { type: 'cancel' },
}

const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  '1',
  'x'.repeat(9000),
  '\ud800',
  [],
  {},
  [[]],
  { toString: 1 },
]

const messages = (): SocketShape[] => {
  const made: unknown[] = [
    null,
    1,
    'x',
    [],
    {},
    { type: null },
    { type: [] },
    { type: '__proto__' },
    { type: 'toString' },
  ]
  for (const message of Object.values(good)) {
    made.push(message, { ...message, more: 1 }, [message], { ...message, __proto__: null })
    for (const name of Object.keys(message)) {
      made.push(Object.fromEntries(Object.entries(message).filter(([other]) => other !== name)))
      for (const value of ODD) made.push({ ...message, [name]: value })
    }
  }
  const spelt = made.map((message) => JSON.stringify(message))
  const words = [
    '',
    '{',
    '{}x',
    '\0',
    '\ufeff{"type":"settle"}',
    '{"type":"settle","type":"end"}',
    `${'['.repeat(5000)}`,
  ]
  return [...spelt, ...words, '\xff', '\xc0\x80', '\xed\xa0\x80', '\xf5'].map((value, i) => ({
    name: `message ${value.slice(0, 60)}`,
    frames: [frameOf(Buffer.from(value, i >= spelt.length + words.length ? 'latin1' : 'utf8'))],
  }))
}

const frameOf = (payload: Buffer): Buffer =>
  frame(0x81, payload, payload.length < 126 ? undefined : lengths[1]?.[1])

/** All shapes there are, in an order that follows from a seed. */
export const socketShapes = (seed: number): SocketShape[] =>
  shuffled([...firstBytes(), ...sequences(), ...closes(), ...messages()], createRandom(seed))

/** Upgrades to the socket of a session, then sends the frames of a shape. */
export const shapeAttack = ({ frames }: SocketShape, { id, token }: Target): Attack => {
  const lines = [
    `GET /v1/sessions/${id}/socket?token=${token} HTTP/1.1`,
    'host: service',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
  ]
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  return { kind: 'WebSocket', bytes, frames, whole: true, foreign: false }
}

/** The values in an order that follows from a random generator. */
export const shuffled = <T>(values: T[], random: Random): T[] => {
  for (let i = values.length - 1; i > 0; i--) {
    const other = random.integer(i + 1)
    const [a, b] = [values[i] as T, values[other] as T]
    values[i] = b
    values[other] = a
  }
  return values
}
