import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-resume-'))
const corpus = path.join(folder, 'corpus.txt')
const random = createRandom(Date.now())
const vocabulary = ['the', 'whale', 'sea', 'and', 'ship', 'of', 'white', 'a', 'sailor', 'sees', 'no', 'land']
const text = Array.from({ length: 20_000 }, () => vocabulary[random.integer(vocabulary.length)])
writeFileSync(corpus, text.join(' '))

const words = (out: string): string[] => {
  // Few epochs: at the end of each one it validates, which takes longer than the steps.
  const sizes = ['--epochs', '2', '--steps', '2', '--threads', '2']
  return ['train', 'shift-any', '--corpus', corpus, '--out', path.join(folder, out), ...sizes]
}
const start = (out: string): ChildProcess => {
  const main = path.join(import.meta.dirname, '../main.ts')
  return spawn(process.execPath, [main, ...words(out)], { stdio: ['ignore', 'ignore', 'pipe'] })
}
const model = (out: string): Buffer => readFileSync(path.join(folder, out, 'shift-any.runnel'))

test('training that is killed at random moments and gone on with gives the same model file', async () => {
  const whole = start('whole')
  const began = performance.now()
  await once(whole, 'exit')
  const duration = performance.now() - began
  expect(whole.exitCode).toBe(0)

  let kills = 0
  let said = ''
  for (let done = false; !done; ) {
    const child = start('killed')
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const timer = kills < 2 ? setTimeout(() => child.kill('SIGKILL'), random.next() * duration) : undefined
    const [code] = await once(child, 'exit')
    clearTimeout(timer)
    if (code === null) kills++
    // One that ended before its turn, as on a busy machine, is trained once more.
    else done = kills > 0
  }
  expect(said).toContain('done after')
  expect(model('killed').equals(model('whole'))).toBe(true)
  expect(existsSync(path.join(folder, 'killed', 'checkpoint.bin'))).toBe(false)
  expect(readFileSync(path.join(folder, 'killed', 'training.svg'), 'utf8')).toMatch(/^<svg .*<path d="M/s)
}, 240_000)

test('a checkpoint of other options, or of nothing, is refused with what to do', async () => {
  const out = path.join(folder, 'other')
  const started = start('other')
  while (!existsSync(path.join(out, 'checkpoint.bin')))
    await new Promise((resolve) => setTimeout(resolve, 20))
  started.kill('SIGKILL')
  const { status, stderr } = await runCaptured([...words('other'), '--seed', '9'])
  expect(status).toBe(2)
  expect(stderr).toContain('(--restart starts anew)')
  expect(stderr).toContain('checkpoint: expected one of the same net, options and text')

  writeFileSync(path.join(out, 'checkpoint.bin'), 'nothing')
  const damaged = await runCaptured(words('other'))
  expect(damaged.status).toBe(1)
  expect(damaged.stderr).toContain('is no checkpoint of a training run; --restart starts anew')
}, 180_000)

test('a checkpoint is kept until the results are written', async () => {
  const out = path.join(folder, 'unwritable')
  mkdirSync(path.join(out, 'shift-any.runnel'), { recursive: true })
  const failed = await runCaptured(words('unwritable'))
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain(`cannot write ${path.join(out, 'shift-any.runnel')}: it is a folder`)
  rmSync(path.join(out, 'shift-any.runnel'), { recursive: true })
  const { status, stderr } = await runCaptured(words('unwritable'))
  expect(status).toBe(0)
  expect(stderr).toContain('going on after step 4 of 4')
  expect(existsSync(path.join(out, 'shift-any.runnel'))).toBe(true)
  expect(existsSync(path.join(out, 'checkpoint.bin'))).toBe(false)
}, 120_000)
