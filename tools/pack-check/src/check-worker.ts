import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from './start-server.ts'
import type { Workbench } from './workbench.ts'
import { startWranglerDev } from './wrangler-dev.ts'

const worker = `
import { createDecipherer, createDecipherStream, decipherResponse } from '@runnel/decipher'
import { decipher, decipherBody } from '@runnel/hono'
import { english } from '@runnel/models/english'
import { loadModel } from '@runnel/rnn-model'
import { Hono } from 'hono'

const decipherer = createDecipherer({ model: await loadModel(english) })
const bytes = () => createDecipherStream(decipherer, { output: 'bytes' })
export default new Hono()
  .post('/middleware', decipher({ decipherer }))
  .post('/body', decipherBody({ decipherer }), async (context) => context.text(await context.req.text()))
  .post('/response', (context) => decipherResponse(context.req.raw, decipherer))
  .post('/stream', (context) => context.body(context.req.raw.body.pipeThrough(bytes())))
`
const ciphertext = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'
const plaintext = 'The morning was cold, and the boat had not come.'

/** Tests that a Worker of what is installed answers under `wrangler dev`, in every way that the packages offer. */
export const checkWorker = (workbench: Workbench): void => {
  let service: RunningServer
  beforeAll(async () => {
    mkdirSync(path.join(workbench.project, 'worker'))
    workbench.write('worker/index.js', worker)
    service = await startWranglerDev(path.join(workbench.project, 'worker'), 'index.js')
  }, 60_000)
  afterAll(() => service?.stop())

  test.each(['middleware', 'body', 'response', 'stream'])('/%s', async (route) => {
    const response = await fetch(`${service.url}/${route}`, { method: 'POST', body: ciphertext })
    expect([response.status, await response.text()]).toEqual([200, plaintext])
  })

  test('events', async () => {
    const headers = { accept: 'application/x-ndjson' }
    const response = await fetch(`${service.url}/middleware`, { method: 'POST', body: ciphertext, headers })
    const lines = (await response.text()).trim().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      type: 'done',
      cipher: 'caesar',
      key: { shift: 7 },
    })
  })
}
