import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureBursts } from './burst/burst.ts'
import { burstMarkdown } from './burst/report.ts'
import { measureFairness } from './fairness/fairness.ts'
import { fairnessMarkdown } from './fairness/report.ts'
import { load } from './load.ts'
import { type LoadOptions, readOptions } from './options.ts'
import { startWorkerd, type Workerd } from './start-workerd.ts'
import { quantile } from './statistics.ts'

const main = path.join(import.meta.dirname, 'main.ts')

let workerd: Workerd
beforeAll(async () => {
  workerd = await startWorkerd()
}, 180_000)
afterAll(() => workerd.stop())

const { signal } = new AbortController()

const sized = (words: string): LoadOptions => {
  const options = readOptions(words.split(' '))
  if (!options) throw new Error('help was not asked for')
  return options
}

test('a small load loses nothing, and is reported', async () => {
  const options = sized('--sessions 10 --characters 200 --idle 102 --sockets 100 --rest 0 --body 2000')
  const { text, passed } = await load(workerd, options, signal)
  expect(passed, text).toBe(true)
  expect(text).toContain('| sessions at once | 10 |')
  expect(text).toContain('| characters | 2,000 |')
  expect(text).toContain('| chunks stored | 100 |')
  expect(text).toContain('| sessions with a lost, doubled or wrong character | 0 |')
  expect(text).toMatch(/\| p99, from a chunk to its acknowledgement \| [\d,]+ ms \|/)
  expect(text).toContain('| woken, and went on right | 2 of 2 |')
  expect(text).toMatch(/\| ratio \(asked: at most 1\.5\) \| \d+\.\d\d \|/)
  expect(text).toContain('| the same text | yes |')
  if (process.platform === 'linux') expect(text).toMatch(/\(RSS\) before \| [\d,]+ MiB \|/)
}, 120_000)

test('what takes too long is given up, and fails', async () => {
  const options = sized('--sessions 5 --characters 2000 --chunk 1 --idle 0 --body 0 --seconds 1')
  expect((await load(workerd, options, signal)).passed).toBe(false)
}, 180_000)

test('a little unfairness is measured, and reported', async () => {
  const options = sized('fairness --clients 2 --warm 0 --seconds 1')
  const findings = await measureFairness(workerd, options, signal)
  expect(findings.faults).toEqual([])
  expect(findings.health.length).toBeGreaterThan(0)
  const { text } = fairnessMarkdown(findings, options)
  expect(text).toContain('## 2 clients with what nothing explains')
  expect(text).toMatch(/\| `\/health` meanwhile: p50, p95, p99, most \(of \d+\) \| [\d,]+, /)
  expect(text).toMatch(/\| faults: of \/health, .* \| 0 \|/)
}, 120_000)

test('bodies that begin at once are counted, and others are answered meanwhile', async () => {
  const options = sized('burst --bodies 40 --rounds 2')
  const findings = await measureBursts(workerd, options, signal)
  expect(findings.faults).toEqual([])
  expect(findings.health.length).toBeGreaterThan(0)
  // Of so many at once most are refused, before anything is read.
  expect(findings.statuses.get('429')).toBeGreaterThan(20)
  expect(findings.statuses.get('200')).toBeGreaterThan(0)
  const { text } = burstMarkdown(findings, options)
  expect(text).toContain('## 40 bodies begun at once, 2 times')
  expect(text).toMatch(/\| a refusal with `Retry-After`: .* \| [\d,]+, /)
  expect(text).toContain('| faults | 0 |')
}, 120_000)

test('^C ends it with status 130, and workerd with it', async () => {
  const words = '--sessions 5 --characters 4000 --chunk 1 --idle 0 --body 0'.split(' ')
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  // Once it is at work.
  child.stderr.setEncoding('utf8').once('data', () => setTimeout(() => child.kill('SIGINT'), 1000))
  const [status] = await once(child, 'close')
  expect(status).toBe(130)
  expect(said).toContain('npm run load')
}, 120_000)

test.each([
  [['--sessions', 'x'], '--sessions: expected a whole number, 0 or more, received x'],
  [['--chunk', '0'], '--chunk: expected a whole number, 1 or more, received 0'],
  [['--sesions', '1'], "Unknown option '--sesions'"],
  [['fuss'], 'expected fuzz, fairness, burst, memory, work, attack, bulk or nothing, received fuss'],
])('refuses %j', (words, message) => {
  expect(() => readOptions(words)).toThrow(message)
})

test('refuses with status 2 and its help', () => {
  const { status, stderr } = spawnSync(process.execPath, [main, 'fuss'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain(
    'expected fuzz, fairness, burst, memory, work, attack, bulk or nothing, received fuss',
  )
  expect(stderr).toContain('npm run load [-- fuzz | fairness | burst | memory | work | attack | bulk]')
})

test('quantiles', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect([0.5, 0.95, 0.99].map((part) => quantile(values, part))).toEqual([51, 96, 100])
})

test('when the service has ended, that is what the report says', async () => {
  const server = createServer().listen(0)
  const { port } = server.address() as AddressInfo
  server.close()
  const ended = { ...workerd, url: new URL(`http://127.0.0.1:${port}`) }
  const { text, passed } = await load(ended, sized('--sessions 0 --idle 0 --body 100'), signal)
  expect(passed).toBe(false)
  expect(text).toMatch(/A part failed: fetch failed \(.*ECONNREFUSED/)
}, 180_000)
