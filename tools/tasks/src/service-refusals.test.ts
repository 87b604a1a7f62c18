import { connect } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type SharedService, sharedService } from './shared-service.ts'

let service: SharedService
let chunks: string
beforeAll(async () => {
  service = await sharedService()
  const begun = await fetch(`${service.url}/v1/sessions?model=caesar-3`, { method: 'POST' })
  const { id, token } = (await begun.json()) as { id: string; token: string }
  chunks = `/v1/sessions/${id}/chunks?seq=0&token=${token}`
}, 60_000)
afterAll(() => service.stop())

/** Sends the head of a request and nothing of its body; gives the first line of the answer. */
const answerToHead = (path: string, head: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8')
    onTestFinished(() => void socket.destroy())
    socket.once('data', (text) => resolve(String(text).split('\r\n')[0] as string)).once('error', reject)
    socket.write(`POST ${path} HTTP/1.1\r\nhost: runnel\r\n${head}\r\n\r\n`)
  })

const DECIPHER = '/v1/decipher?model=caesar-3'
const CHUNKED = 'transfer-encoding: chunked\r\n'

test.each([
  ['a body that says that it is too large', DECIPHER, 'content-length: 99999999', 413],
  ['a body that is packed', DECIPHER, `${CHUNKED}content-encoding: gzip`, 415],
  [
    'a body in parts',
    '/v1/encipher?cipher=caesar&key=3',
    'content-length: 9\r\ncontent-type: multipart/x',
    415,
  ],
  ['a wrong parameter', `${DECIPHER}&cypher=x`, 'transfer-encoding: chunked', 400],
  ['a media type that there is none of', DECIPHER, `${CHUNKED}accept: image/png`, 406],
  ['no route', '/v1/unknown', 'content-length: 9', 404],
  ['a chunk that says that it is too large', 'CHUNKS', 'content-length: 9999', 413],
  ['a chunk that is packed', 'CHUNKS', `${CHUNKED}content-encoding: gzip`, 415],
  ['a token that is none', '/v1/sessions/x/chunks?seq=0&token=x', 'transfer-encoding: chunked', 401],
])('%s is refused before its body comes', { timeout: 5000 }, async (_, path, head, status) => {
  expect(await answerToHead(path.replace('CHUNKS', chunks), head)).toMatch(`HTTP/1.1 ${status} `)
})
