import { createRandom } from '@runnel/core'
import type { Attack } from '../fuzz/exchange.ts'
import type { Target } from '../fuzz/targets.ts'
import { shuffled } from './socket-shapes.ts'

/** A request, byte for byte. */
export interface RequestShape extends Attack {
  name: string
}

const LINES: readonly [string, string][] = [
  ['a list', 'GET /v1/models HTTP/1.1'],
  ['a stream', 'POST /v1/decipher?cipher=caesar&key=3 HTTP/1.1'],
  ['a stream of any key', 'POST /v1/decipher HTTP/1.1'],
  ['enciphering', 'POST /v1/encipher?cipher=caesar&key=3 HTTP/1.1'],
  ['a session', 'POST /v1/sessions?model=caesar-3 HTTP/1.1'],
  ['a chunk', 'POST SESSION/chunks?seq=1 HTTP/1.1'],
  ['the last chunk again', 'POST SESSION/chunks?seq=0 HTTP/1.1'],
  ['a token', 'POST SESSION/tokens?scope=read&seconds=1 HTTP/1.1'],
  ['a state', 'GET SESSION HTTP/1.1'],
  ['events', 'GET SESSION/events HTTP/1.1'],
  ['a socket', 'GET SESSION/socket HTTP/1.1'],
  ['no route', 'PUT /v1/%2e%2e/%00 HTTP/1.1'],
  ['an old version', 'GET /health HTTP/1.0'],
  ['a whole address', 'GET http://service/health HTTP/1.1'],
]

const HEADERS: readonly [string, string[]][] = [
  ['none besides', []],
  ['two hosts', ['host: other']],
  ['a folded one', ['x-folded: a', ' b']],
  ['one without a colon', ['nonsense']],
  ['one without a name', [': x']],
  ['a space before the colon', ['accept : text/plain']],
  ['one of 20,000 bytes', [`x-long: ${'x'.repeat(20_000)}`]],
  ['200 of them', Array.from({ length: 200 }, (_, i) => `x-${i}: ${i}`)],
  ['bytes that are no ASCII', ['x-bytes: \xe9\xff\x80']],
  ['a null byte', ['x-null: a\0b']],
  ['compression', ['content-encoding: gzip']],
  ['parts', ['content-type: multipart/form-data; boundary=x']],
  ['another encoding', ['content-type: text/plain; charset=utf-16']],
  ['a body in JSON', ['content-type: application/json']],
  ['an answer in JSON', ['accept: application/json']],
  ['a foreign type accepted', ['accept: image/png;q=1, */*;q=0']],
  ['expectations', ['expect: 100-continue']],
  [
    'an upgrade',
    ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13', 'sec-websocket-key: x'],
  ],
  ['another upgrade', ['connection: upgrade', 'upgrade: h2c']],
  ['a trailer', ['te: trailers', 'trailer: x-t']],
  ['a range', ['range: bytes=0-,5-1', 'if-range: x']],
  ['a place in the events', ['last-event-id: x-1', 'last-event-id: \xff']],
  ['a key twice', ['idempotency-key: 0123456789abcdef', 'idempotency-key: fedcba9876543210']],
]

const FRAMINGS: readonly [string, string[], string, boolean][] = [
  ['no body', [], '', true],
  ['a body', ['content-length: 4'], 'gdwd', true],
  ['an empty body', ['content-length: 0'], '', true],
  ['a body in chunks', ['transfer-encoding: chunked'], '4\r\ngdwd\r\n0\r\n\r\n', true],
  ['chunks of a byte', ['transfer-encoding: chunked'], '1\r\ng\r\n1\r\nd\r\n0\r\n\r\n', true],
  ['a chunk with an extension', ['transfer-encoding: chunked'], '4;a=b\r\ngdwd\r\n0\r\n\r\n', true],
  ['chunks and a trailer', ['transfer-encoding: chunked'], '4\r\ngdwd\r\n0\r\nx-t: 1\r\n\r\n', true],
  ['chunks without an end', ['transfer-encoding: chunked'], '4\r\ngdwd\r\n', false],
  ['a chunk of no number', ['transfer-encoding: chunked'], 'z\r\ngdwd\r\n0\r\n\r\n', false],
  ['a chunk of a negative number', ['transfer-encoding: chunked'], '-4\r\ngdwd\r\n0\r\n\r\n', false],
  ['a chunk of 2^64 bytes', ['transfer-encoding: chunked'], 'ffffffffffffffff\r\ngdwd', false],
  ['both framings', ['content-length: 3', 'transfer-encoding: chunked'], '4\r\ngdwd\r\n0\r\n\r\n', false],
  ['two lengths', ['content-length: 4', 'content-length: 5'], 'gdwd', false],
  ['more than it says', ['content-length: 2'], 'gdwd', false],
  ['less than it says', ['content-length: 40'], 'gdwd', false],
  ['a length that is none', ['content-length: 4x'], 'gdwd', false],
  ['a negative length', ['content-length: -4'], 'gdwd', false],
  ['a length of 2^64', ['content-length: 18446744073709551616'], 'gdwd', false],
  ['a text in JSON', ['content-length: 15'], '{"text":"gdwd"}', true],
  ['half a text in JSON', ['content-length: 10'], '{"text":"g', true],
  ['chunks of JSON, and one of no number', ['transfer-encoding: chunked'], '8\r\n{"text":\r\nz\r\n', false],
  ['half a character', ['content-length: 2'], '\xf0\x9f', true],
  ['bytes that are no text', ['content-length: 4'], '\xff\xfe\xc0\x80', true],
  ['9,000 bytes', ['content-length: 9000'], 'x'.repeat(9000), true],
]

/** Requests of different shapes for routes and for a session, as many as are asked for, chosen by a seed. */
export const requestShapes = (seed: number, count: number): ((session: Target) => RequestShape)[] => {
  const all = LINES.flatMap(([line, first]) =>
    HEADERS.flatMap(([header, headers]) =>
      FRAMINGS.map(([framing, framed, body, whole]) => ({
        name: `${line}, headers: ${header}, ${framing}`,
        first,
        lines: [...headers, ...framed],
        body,
        // A request that is not well made may be answered by closing, or not before there is more of it.
        whole: whole && !odd.has(header),
      })),
    ),
  )
  return shuffled(all, createRandom(seed))
    .slice(0, count)
    .map(({ name, first, lines, body, whole }) => ({ id, token }) => {
      const head = [
        first.replace('SESSION', `/v1/sessions/${id}`),
        'host: service',
        ...(lines.some((line) => line.startsWith('connection:')) ? [] : ['connection: close']),
        ...(first.includes('SESSION') ? [`authorization: Bearer ${token}`] : []),
        ...lines,
      ]
      const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1')
      return { name, kind: 'HTTP', bytes, whole, foreign: false }
    })
}

/** Headers that a request may not have, or that have a server wait. */
const odd = new Set([
  'two hosts',
  'a folded one',
  'one without a colon',
  'one without a name',
  'a space before the colon',
  'one of 20,000 bytes',
  'a null byte',
  'bytes that are no ASCII',
  'expectations',
  'an upgrade',
  'another upgrade',
  'a trailer',
])
