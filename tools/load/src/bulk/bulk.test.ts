import { setTimeout } from 'node:timers/promises'
import type { Progress } from '@runnel/example-bulk-worker/progress'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningWorkerd } from '../run-workerd.ts'
import { askJob } from './ask-job.ts'
import { runBulk } from './bulk.ts'
import { type BulkWorker, bundleBulkWorker } from './bulk-worker.ts'
import { bulkMarkdown } from './report.ts'

let worker: BulkWorker
beforeAll(async () => {
  worker = await bundleBulkWorker({ patience: 0.5, wait: 0.3, retries: 1, retryDelay: 0 })
}, 180_000)
afterAll(() => worker?.remove())

test('a bucket of messages comes out once each, though workerd is killed on the way', async () => {
  // Elsewhere nothing tells which process it is.
  const options = { messages: 40, kills: process.platform === 'linux' ? 1 : 0, seed: 5 }
  let told = 0
  const progressed = (messages: number) => {
    told = messages
  }
  const findings = await runBulk(worker, options, { progressed })
  const { text, passed } = bulkMarkdown(findings, options)
  expect(passed, `${text}${findings.said.join('\n')}`).toBe(true)
  expect(findings).toMatchObject({ lost: 0, doubled: 0, different: 0, refused: 0 })
  expect(findings.progress.tally).toMatchObject({ messages: 40, deciphered: 40, failed: {} })
  expect(findings.killedAt).toHaveLength(options.kills)
  expect(told).toBe(40)
})

/** Waits until a job is done, as far as it can be. */
const untilDone = async ({ url }: RunningWorkerd, job: string): Promise<Progress> => {
  for (;;) {
    const progress = await askJob({ url, method: 'GET', job })
    if (progress.state === 'done') return progress
    await setTimeout(20)
  }
}

test('what fails goes to the dead-letter queue, is told, and can be sent again', async () => {
  const workerd = await worker.start()
  const { url } = workerd
  const ask = (method: string, job: string) => askJob({ url, method, job })
  try {
    const bucket = await workerd.bucket('BUCKET')
    const input = '{"id":7,"text":"Khoor zruog","cipher":"caesar","key":3}\r\n\n{"id":"x","key":3}\n[]\n'
    await bucket.put('texts/a.ndjson', input)
    await bucket.put('texts/b.txt', 'Khoor')
    await ask('PUT', 'one?input=texts/&cipher=caesar&key=3')
    // Its part waits in the queue meanwhile.
    await bucket.put('texts/b.txt', 'another')
    // It may deliver what it likes as often as it likes.
    const queue = await workerd.queue('PARTS')
    for (const job of ['one', 'one', 'none']) await queue.send({ job, part: 0 }, { contentType: 'json' })
    const failed = await untilDone(workerd, 'one')
    const [failure] = failed.failures
    expect(failed.parts).toMatchObject({ all: 2, done: 1, failed: 1, underWay: 0 })
    expect(failure).toMatchObject({ key: 'texts/b.txt', start: 0, end: 5 })
    expect(failure?.trouble).toContain('texts/b.txt has changed, or is gone')
    await bucket.put('texts/b.txt', 'Khoor')
    // A copy that was sent earlier, and has failed as well, comes late.
    const failedParts = await workerd.queue('FAILED')
    await failedParts.send({ job: 'one', part: 1, round: 0 }, { contentType: 'json' })
    expect((await ask('POST', 'one/retry')).state).toBe('running')
    const { parts, tally } = await untilDone(workerd, 'one')
    expect(parts).toMatchObject({ all: 2, done: 2, failed: 0 })
    expect(tally).toEqual({
      messages: 4,
      deciphered: 2,
      letters: 15,
      ciphers: { caesar: 2 },
      failed: { invalid_option: 2 },
    })
    const results = await Promise.all(
      [0, 1].map((part) => bucket.get(`results/one/parts/00000000${part}.ndjson`)),
    )
    const lines = (await Promise.all(results.map((result) => result?.text()))).join('').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 7, text: 'Hello world', cipher: 'caesar', letters: 10 },
      { id: 'x', error: { code: 'invalid_option', title: 'Bad Request' } },
      { id: `texts/a.ndjson:${input.indexOf('[]')}`, error: { code: 'invalid_option' } },
      { id: 'texts/b.txt:0', text: 'Hello' },
    ])
    const stored = await (await bucket.get('results/one/tally.json'))?.json()
    expect(stored).toMatchObject({ state: 'done', tally })

    await expect(ask('PUT', 'one?input=texts/&cipher=caesar&key=4')).rejects.toThrow('400 {')
    expect((await ask('PUT', 'one?key=3&cipher=caesar&input=texts/')).tally).toEqual(tally)
    await expect(ask('PUT', 'two?input=re')).rejects.toThrow('which are not under results/')
    await expect(ask('PUT', 'two?input=a&cypher=auto')).rejects.toThrow('no such parameter')
    await expect(ask('PUT', 'Two?input=a')).rejects.toThrow('up to 64 small letters')
    await expect(ask('GET', 'two')).rejects.toThrow('no job of that name has begun')
    expect((await fetch(new URL('/v1/bulk/one', url), { method: 'DELETE' })).status).toBe(204)
    await expect(ask('GET', 'one')).rejects.toThrow('404')
    await ask('PUT', 'one?input=nothing')
    expect(await untilDone(workerd, 'one')).toMatchObject({ objects: 0, tally: { messages: 0 } })
  } finally {
    await workerd.stop()
  }
})
