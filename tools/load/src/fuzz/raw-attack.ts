import type { Random } from '@runnel/core'
import type { Attack } from './exchange.ts'
import { pick, randomBytes, withBitFlipped } from './random-parts.ts'

const REQUEST =
  'POST /v1/decipher?cipher=caesar&key=3 HTTP/1.1\r\nhost: service\r\ncontent-length: 4\r\n\r\ngdwd'

/** Bytes that are no request, or nearly one. */
export const rawAttack = (random: Random): Attack => {
  const bytes = pick(random, [
    () => randomBytes(random, 300),
    () => withBitFlipped(Buffer.from(REQUEST), random.integer(REQUEST.length * 8)),
    () => Buffer.from(REQUEST.slice(0, random.integer(REQUEST.length))),
    () => Buffer.from(REQUEST.replace('HTTP/1.1', pick(random, ['HTTP/9.9', 'HTTP/1.0', '', 'HTTP/2']))),
    () => Buffer.from(REQUEST.replace('host: service', `a${'b'.repeat(random.integer(20_000))}`)),
    () =>
      Buffer.from(
        REQUEST.replace(
          '/v1',
          pick(random, ['\0', 'http://elsewhere/', '*', '\u0000/v1', '/v1'.repeat(3000)]),
        ),
      ),
    () => Buffer.from(`${REQUEST}${REQUEST}${REQUEST.slice(0, 30)}`),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]),
  ])()
  return { kind: 'no HTTP', bytes, whole: false, foreign: false }
}
