import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfAnswer, bytesOfMessage, headOf } from './testing/bytes-of.ts'
import { operations } from './testing/contract.ts'
import { drawnPieces, drawnQuery } from './testing/drawn-requests.ts'
import { request } from './testing/sessions.ts'
import { openSocket } from './testing/socket.ts'

/** Bytes out for each byte in, at the most. */
const MOST = 64

/** Answer to an upgrade, and a frame that closes: `sec-websocket-accept` has 28 characters. */
const UPGRADED = 129

/** Messages that read nothing, or nothing new, and are answered or refused; none of them closes a socket. */
const others = ['keepalive', 'settle', 'gap', 'again', 'unlike'] as const

const messageOf = (kind: (typeof others)[number], next: number): object =>
  ({
    keepalive: { type: 'keepalive' },
    settle: { type: 'settle' },
    gap: { type: 'end', seq: next + 9 },
    again: { type: 'chunk', seq: 0, text: 'again' },
    unlike: { type: 'end', seq: Math.max(0, next - 1) },
  })[kind]

test('a socket gives at most 64 bytes for each, whatever is asked for and however it is cut, heads and frames counted', async () => {
  const open = operations.find(({ path, method }) => path === '/v1/sessions' && method === 'POST')
  if (!open) throw new Error('no sessions')
  const drawn = fc.tuple(
    drawnQuery(open),
    drawnPieces,
    fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...others)), { maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(drawn, async ([query, pieces, between]) => {
      const target = `/v1/sessions?${query}`
      const opened = await request(target, { method: 'POST' })
      expect(opened.status).toBeLessThan(500)
      if (opened.status !== 201) return
      const session = await opened.clone().json<{ id: string; token: string; expires: string }>()
      const socket = await openSocket(session)
      socket.sendMarks()
      const path = `/v1/sessions/${session.id}/socket?token=${session.token}`
      const asked = {
        upgrade: 'websocket',
        'sec-websocket-key': 'x'.repeat(24),
        'sec-websocket-version': '13',
      }
      let bytesIn = headOf('POST', target, { 'content-length': '0' }) + headOf('GET', path, asked)
      const send = (message: object) => {
        bytesIn += bytesOfMessage(JSON.stringify(message), 'client')
        socket.send(message)
      }
      const texts = pieces.slice(0, 12).map((piece) => new TextDecoder().decode(piece))
      for (const [seq, text] of texts.entries()) {
        send({ type: 'chunk', seq, text })
        for (const [at, kind] of between) if (at === seq) send(messageOf(kind, seq + 1))
      }
      send({ type: 'end', seq: texts.length })
      // What came before the end of the session may have ended it: the sum is the same.
      await socket.closed
      const bytesOut = (await bytesOfAnswer(opened)) + UPGRADED + socket.received()
      expect(bytesOut / bytesIn).toBeLessThanOrEqual(MOST)
    }),
    { numRuns: 60 },
  )
}, 180_000)
