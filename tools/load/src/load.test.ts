import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { measureFairness } from './fairness/fairness.ts'
import { fairnessMarkdown } from './fairness/report.ts'
import { load } from './load.ts'
import { readOptions } from './options.ts'
import { startWorkerd } from './start-workerd.ts'
import { quantile } from './statistics.ts'

const main = path.join(import.meta.dirname, 'main.ts')

test('a small load loses nothing, and is reported', async () => {
  const workerd = await startWorkerd()
  try {
    const options = readOptions([
      '--sessions',
      '20',
      '--characters',
      '200',
      '--idle',
      '102',
      '--sockets',
      '100',
      '--rest',
      '0',
      '--body',
      '5000',
    ])
    if (!options) throw new Error('help was not asked for')
    const { text, passed } = await load(workerd, options, new AbortController().signal)
    expect(passed, text).toBe(true)
    expect(text).toContain('| sessions at once | 20 |')
    expect(text).toContain('| characters | 4,000 |')
    expect(text).toContain('| chunks stored | 200 |')
    expect(text).toContain('| sessions with a lost, doubled or wrong character | 0 |')
    expect(text).toMatch(/\| p99, from a chunk to its acknowledgement \| \d+ ms \|/)
    expect(text).toContain('| woken, and went on right | 2 of 2 |')
    expect(text).toMatch(/\| ratio \(asked: at most 1\.5\) \| \d+\.\d\d \|/)
    expect(text).toContain('| the same text | yes |')
    if (process.platform === 'linux') expect(text).toMatch(/\(RSS\) before \| \d+ MiB \|/)
  } finally {
    await workerd.stop()
  }
}, 120_000)

test('what takes too long is given up, and fails', async () => {
  const workerd = await startWorkerd()
  try {
    const options = readOptions([
      '--sessions',
      '200',
      '--characters',
      '2000',
      '--idle',
      '0',
      '--body',
      '0',
      '--seconds',
      '2',
    ])
    if (!options) throw new Error('help was not asked for')
    expect((await load(workerd, options, new AbortController().signal)).passed).toBe(false)
  } finally {
    await workerd.stop()
  }
}, 60_000)

test('a little unfairness is measured, and reported', async () => {
  const workerd = await startWorkerd()
  try {
    const options = readOptions(['fairness', '--clients', '2', '--warm', '0', '--seconds', '2'])
    if (!options) throw new Error('help was not asked for')
    const findings = await measureFairness(workerd, options, new AbortController().signal)
    expect(findings.faults).toEqual([])
    expect(findings.health.length).toBeGreaterThan(0)
    const { text } = fairnessMarkdown(findings, options)
    expect(text).toContain('## 2 clients with what nothing explains')
    expect(text).toMatch(/\| `\/health` meanwhile: p50, p95, p99, most \(of \d+\) \| [\d,]+, /)
    expect(text).toContain('| sessions of English that were not as they should be | 0 |')
  } finally {
    await workerd.stop()
  }
}, 120_000)

test('^C ends it with status 130, and workerd with it', async () => {
  const words = ['--sessions', '200', '--characters', '2000', '--idle', '0', '--body', '0']
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
}, 60_000)

test.each([
  [['--sessions', 'x'], '--sessions: expected a whole number, 0 or more, received x'],
  [['--chunk', '0'], '--chunk: expected a whole number, 1 or more, received 0'],
  [['--sesions', '1'], "Unknown option '--sesions'"],
  [['fuss'], 'expected fuzz, fairness, attack or nothing, received fuss'],
])('refuses %j with status 2 and its help', (words, message) => {
  const { status, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain(message)
  expect(stderr).toContain('npm run load [-- fuzz | fairness | attack]')
})

test('quantiles', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect([0.5, 0.95, 0.99].map((part) => quantile(values, part))).toEqual([51, 96, 100])
})

test('when the service has ended, that is what the report says', async () => {
  const workerd = await startWorkerd()
  const options = readOptions(['--sessions', '0', '--idle', '0', '--body', '5000'])
  if (!options) throw new Error('help was not asked for')
  await workerd.stop()
  const { text, passed } = await load(workerd, options, new AbortController().signal)
  expect(passed).toBe(false)
  expect(text).toMatch(/A part failed: fetch failed \(.*ECONNREFUSED/)
}, 60_000)
