import { once } from 'node:events'
import { connect } from 'node:net'
import { english } from '@runnel/models/english'
import { englishCounts } from '@runnel/models/english-counts'
import { beforeAll, expect, test, vi } from 'vitest'
import { bundleService, type Deployment } from './deployment.ts'
import { startWorker } from './start-worker.ts'

let deployment: Deployment
let code = ''
beforeAll(() => {
  deployment = bundleService()
  code = Object.entries(deployment.files)
    .filter(([name]) => name.endsWith('.js'))
    .map(([, file]) => file.toString())
    .join('\n')
}, 180_000)

test('what is deployed takes at most 914 KiB gzipped, with english and its counts inside', () => {
  expect(code).toContain(english.base64)
  expect(code).toContain(englishCounts.base64)
  expect(deployment.gzipped).toBeLessThanOrEqual(935_936)
})

test.each(['tensorflow', 'ZodError', 'SwaggerUIBundle'])('%s is not part of it', (name) => {
  expect(code).not.toMatch(new RegExp(name, 'i'))
})

// int8 with relaxed SIMD and without, int16, float32 twice, and those of the search.
test('the kernels are modules of their own', () => {
  expect(Object.keys(deployment.files).filter((name) => name.endsWith('.wasm'))).toHaveLength(6)
  expect(code).not.toContain('WebAssembly.compile')
})

// Here and not under `wrangler dev`, whose proxy ends the upload as if it were whole now and then.
test('a client that vanishes leaves no session behind', async () => {
  const reports: Record<string, unknown>[] = []
  const worker = await startWorker(deployment, true, (line) => {
    if (line.includes('"route":"/v1/decipher"')) reports.push(JSON.parse(line))
  })
  try {
    for (let vanished = 1; vanished <= 10; vanished++) {
      const socket = connect(Number(new URL(worker.url).port), '127.0.0.1')
      socket.write('POST /v1/decipher?model=caesar-3 HTTP/1.1\r\nhost: runnel\r\n')
      socket.write('transfer-encoding: chunked\r\n\r\n4\r\ngdwd\r\n')
      await once(socket, 'data')
      socket.destroy()
      await vi.waitFor(() => expect(reports.length).toBe(vanished), 10_000)
    }
  } finally {
    await worker.stop()
  }
  expect(reports.map(({ bytesIn }) => bytesIn)).toEqual(Array(10).fill(4))
  for (const { outcome } of reports) expect(['left', 'broken off']).toContain(outcome)
}, 180_000)
