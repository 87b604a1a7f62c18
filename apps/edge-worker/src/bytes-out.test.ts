import { expect, test } from 'vitest'
import { testService } from './testing/requests.ts'

const { send } = testService()

/** Bytes out for each byte in, at the most. */
const MOST = 64

/** The bytes of the shortest head that such a request can have. */
const headOf = (path: string, accept: string, length: number): number =>
  [
    `POST ${path} HTTP/1.1`,
    'host: a',
    ...(accept === 'text/plain' ? [] : [`accept: ${accept}`]),
    `content-length: ${length}`,
    '',
    '',
  ].join('\r\n').length

const answerHeadOf = ({ headers }: Response): number =>
  [...headers].reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    'HTTP/1.1 200 OK\r\n\r\n'.length,
  )

/** A body that comes in pieces of so many bytes. */
const inPieces = (bytes: Uint8Array, size: number): ReadableStream<Uint8Array> => {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
}

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
            body: inPieces(body, size),
            headers: { accept, 'content-length': String(length) },
          })
          expect(response.status).toBe(200)
          const out = answerHeadOf(response) + (await response.arrayBuffer()).byteLength
          expect(out / (headOf(path, accept, length) + length)).toBeLessThanOrEqual(MOST)
        }
      }
    }
  },
)
