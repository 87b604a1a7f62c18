import { RunnelError } from '@runnel/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkerd, type Workerd } from '../start-workerd.ts'
import { attack, attackParts } from './attack.ts'
import { damagedFiles } from './damaged-files.ts'
import { exchangeAll } from './exchanges.ts'
import type { DamagedFile } from './file-target.ts'
import { unlike } from './proxied-sessions.ts'
import { attackMarkdown } from './report.ts'
import { shapeAttack, socketShapes } from './socket-shapes.ts'

let workerd: Workerd
beforeAll(async () => {
  workerd = await startWorkerd()
}, 180_000)
afterAll(() => workerd.stop())

const { signal } = new AbortController()

test('a small share of the whole attack breaks nothing', async () => {
  const options = { share: 0.1, seed: 5 }
  // tools/sessions kills workerd.
  const parts = attackParts(options.share).filter(({ unit }) => unit !== 'kills')
  const { text, passed } = attackMarkdown(await attack(workerd, options, signal, parts), options)
  expect(passed, text).toBe(true)
  for (const { title } of parts) expect(text).toContain(`| ${title} |`)
  expect(text).toContain('Every law stood.')
  // It gets through: files are read and refused, sockets opened, and the proxy does what it is there for.
  expect(text).toMatch(/ [1-9]\d* refused, [1-9]\d* read and used/)
  expect(text).toMatch(/answered with 101 [1-9]/)
  expect(text).toMatch(/message doubled [1-9]/)
}, 90_000)

/** Files of one kind, of which the second is read as told. */
const files = (read: DamagedFile['read']) => async () => {
  let made = 0
  return [{ name: 'of a test', damage: () => ({ bytes: 1, read: made++ === 1 ? read : () => {} }) }]
}

test.each([
  ['an untyped error', () => null as never, []],
  ['an untyped error', () => Promise.reject(new TypeError('x')), ['file 1, of a test: untyped TypeError: x']],
  ['an error of ours', () => Promise.reject(new RunnelError('x', 'x')), []],
])('of files, %s is a fault or not', async (_, read, faults) => {
  expect(
    (await damagedFiles(3, files(read)).run({ workerd, seed: 1, stop: signal }, () => {})).faults,
  ).toEqual(faults)
})

test('of files, one that takes long each time is a fault', async () => {
  const slow = () => {
    const start = process.threadCpuUsage().user
    while (process.threadCpuUsage().user - start < 150_000) Math.sqrt(start)
  }
  const always = async () => [{ name: 'of a test', damage: () => ({ bytes: 1, read: slow }) }]
  const { faults } = await damagedFiles(1, always).run({ workerd, seed: 1, stop: signal }, () => {})
  expect(faults).toEqual([expect.stringMatching(/^file 0, of a test: took \d+ ms of CPU$/)])
})

test('a shape that is answered by a session of another client is a fault', async () => {
  const shape = { name: 'foreign', frames: [] }
  const make = (_: number, session: Parameters<typeof shapeAttack>[1]) => ({
    ...shape,
    ...shapeAttack(shape, session),
    foreign: true,
  })
  const { faults } = await exchangeAll({ workerd, seed: 1, stop: signal }, { count: 1, make }, () => {})
  expect(faults).toEqual([expect.stringContaining('foreign: a socket to a session of another client')])
})

test('shapes differ, and follow from their seed', () => {
  const names = socketShapes(1).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(4000)
  expect(socketShapes(1).map(({ name }) => name)).toEqual(names)
  expect(socketShapes(2).map(({ name }) => name)).not.toEqual(names)
  const bytes = new Set(socketShapes(1).map(({ frames }) => Buffer.concat(frames).toString('latin1')))
  expect(bytes.size).toBeGreaterThan(0.95 * names.length)
})

test.each([
  ['lost', ['data'], /expected/],
  ['doubled', ['data ', 'data ', 'data', ''], /expected/],
])('text that was %s is found', (_, texts, fault) => {
  const events = texts.map((text, i) => ({ type: 'final', id: `e-${i + 1}`, start: 0, text }) as const)
  expect(unlike('data data', events)).toMatch(fault)
})

test('stopped, it tells what was found by then', async () => {
  const stopping = new AbortController()
  setTimeout(() => stopping.abort(), 300)
  const options = { share: 100, seed: 1 }
  const { text, passed } = attackMarkdown(await attack(workerd, options, stopping.signal), options)
  expect(passed).toBe(false)
  expect(text).toMatch(/\| damaged snapshots and model files \| [\d,]+ of 100,000 \| 0 \|/)
  expect(text).not.toContain('malformed requests')
})

test('a law that fell is told, and the attack has not passed', async () => {
  const [part] = attackParts(1)
  const findings = { done: 1000, faults: ['file 1: untyped TypeError'], notes: '' }
  const all = [{ part: part as NonNullable<typeof part>, findings, milliseconds: 1000 }]
  const { text, passed } = attackMarkdown(all, { share: 1, seed: 1 })
  expect(passed).toBe(false)
  expect(text).toContain('1 faults were found')
  expect(text).toContain('- damaged snapshots and model files: file 1: untyped TypeError')
})
