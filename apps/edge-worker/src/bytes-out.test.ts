import { expect, test } from 'vitest'
import { bodyIn, bytesOfAnswer, headOf } from './testing/bytes-of.ts'
import { testService } from './testing/requests.ts'

const { send } = testService()

/** Bytes out for each byte in, at the most. */
const MOST = 64

/** A body in pieces of so many bytes. */
const piecesOf = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size))

/** Bodies of letters, and of letters among bytes that take six in JSON. */
const bodiesOf = (length: number): Uint8Array[] => [
  Uint8Array.from({ length }, (_, i) => 97 + ((i * 7919 + length * 31) % 26)),
  Uint8Array.from({ length }, (_, i) => (i % 2 === 0 ? 65 : 2)),
]

const options = [
  '',
  '?candidates=20&keyChange=0.5&commit=0.9999999&maxDelay=512',
  '?candidates=20&encoding=auto',
  '?candidates=20&cipher=affine&commit=0.9999999',
  '?cipher=substitution&key=qwertyuiopasdfghjklzxcvbnm',
]

const types = ['text/plain', 'application/x-ndjson', 'text/event-stream', 'application/json'] as const

const sizes = [1, 6, 40]

test.each([
  ...types.flatMap((type) => options.map((option) => [`/v1/decipher${option}`, type])),
  ...types.slice(1).map((type) => ['/v1/identify', type]),
] as const)(
  'POST %s as %s gives at most 64 bytes for each of a small request, with headers on both sides',
  async (path, accept) => {
    for (const length of sizes) {
      for (const body of bodiesOf(length)) {
        // Of text nothing is told twice, however it is cut.
        for (const size of accept === 'text/plain' ? [length] : [1, length]) {
          const response = await send(path, {
            method: 'POST',
            body: bodyIn(piecesOf(body, size)),
            headers: { accept, 'content-length': String(length) },
          })
          expect(response.status).toBe(200)
          const headers = { ...(accept !== 'text/plain' && { accept }), 'content-length': String(length) }
          const bytesIn = headOf('POST', path, headers) + length
          expect((await bytesOfAnswer(response)) / bytesIn).toBeLessThanOrEqual(MOST)
        }
      }
    }
  },
)
