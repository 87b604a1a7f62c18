import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyIn, bytesOfAnswer, headOf } from './testing/bytes-of.ts'
import { operations } from './testing/contract.ts'
import { drawnPieces, drawnQuery } from './testing/drawn-requests.ts'
import { testService } from './testing/requests.ts'

/** Bytes out for each byte in, at the most. */
const MOST = 64

const { send } = testService()

/** Operations that take a text and give one. */
const ofTexts = operations.filter(
  ({ path, method, requestBody }) => requestBody !== undefined && method === 'POST' && !path.includes('{'),
)

const typesOf = ({ responses }: (typeof operations)[number]): string[] =>
  Object.keys(responses['200']?.content ?? {})

test('there are texts to be enciphered, deciphered and identified', () => {
  expect(ofTexts.map(({ path }) => path).sort()).toEqual(['/v1/decipher', '/v1/encipher', '/v1/identify'])
})

test.each(ofTexts.map((operation) => [operation.path, operation] as const))(
  'POST %s gives at most 64 bytes for each, whatever is asked for and however it is cut, headers counted',
  async (path, operation) => {
    const drawn = fc.tuple(drawnQuery(operation), fc.constantFrom(...typesOf(operation)), drawnPieces)
    await fc.assert(
      fc.asyncProperty(drawn, async ([query, accept, pieces]) => {
        const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
        const target = query.size > 0 ? `${path}?${query}` : path
        const headers = { accept, 'content-length': String(length) }
        const response = await send(target, { method: 'POST', body: bodyIn(pieces), headers })
        expect(response.status).toBeLessThan(500)
        const least = accept === typesOf(operation)[0] ? { 'content-length': String(length) } : headers
        const bytesIn = headOf('POST', target, least) + length
        expect((await bytesOfAnswer(response)) / bytesIn).toBeLessThanOrEqual(MOST)
      }),
      { numRuns: 150 },
    )
  },
  180_000,
)

test('a session gives each of its readers at most 64 bytes for each of its requests, headers counted', async () => {
  const open = operations.find(({ path, method }) => path === '/v1/sessions' && method === 'POST')
  if (!open) throw new Error('no sessions')
  await fc.assert(
    fc.asyncProperty(drawnQuery(open), drawnPieces, async (query, pieces) => {
      const target = `/v1/sessions?${query}`
      const opened = await send(target, { method: 'POST' })
      let [bytesIn, bytesOut] = [headOf('POST', target, { 'content-length': '0' }), 0]
      const session =
        opened.status === 201 ? await opened.clone().json<{ id: string; token: string }>() : undefined
      bytesOut += await bytesOfAnswer(opened)
      expect(opened.status).toBeLessThan(500)
      if (session) {
        const headers = { authorization: `Bearer ${session.token}` }
        const ask = async (method: string, path: string, body?: Uint8Array) => {
          const own = { ...headers, ...(body && { 'content-length': String(body.length) }) }
          bytesIn += headOf(method, path, own) + (body?.length ?? 0)
          const response = await send(path, {
            method,
            headers: own,
            ...(body && { body: new Uint8Array(body) }),
          })
          expect(response.status).toBeLessThan(500)
          bytesOut += await bytesOfAnswer(response)
        }
        const path = `/v1/sessions/${session.id}`
        for (const [seq, piece] of pieces.slice(0, 12).entries())
          await ask('POST', `${path}/chunks?seq=${seq}`, piece)
        await ask('POST', `${path}/chunks?seq=${Math.min(12, pieces.length)}&end=true`, new Uint8Array(0))
        await ask('GET', `${path}/events`)
        await ask('DELETE', path)
      }
      expect(bytesOut / bytesIn).toBeLessThanOrEqual(MOST)
    }),
    { numRuns: 40 },
  )
}, 180_000)
