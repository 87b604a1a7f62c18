import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-train-'))
const corpus = path.join(folder, 'corpus.txt')
writeFileSync(corpus, 'The cat sat on the mat. A quick brown fox jumps over the lazy dog.\n'.repeat(200))

test('^C stops training at the next step and keeps what there is, ready to use', async () => {
  const out = path.join(folder, 'mine')
  const main = path.join(import.meta.dirname, '../main.ts')
  const words = [main, 'train', 'caesar-3', '--corpus', corpus, '--out', out, '--seed', '7', '--steps', '6']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'pipe'] })
  let said = ''
  for await (const text of child.stderr.setEncoding('utf8')) {
    said += text
    if (said.includes('epoch 1/10') && !child.killed) child.kill('SIGINT')
  }
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(0)
  expect(said).toMatch(
    /epoch 1\/10: loss \d\.\d{4} \(\d\.\d{3} bits\), accuracy \d+\.\d\d %, [\d,]+ characters\/s, \d+:\d\d left/,
  )
  expect(said).toContain(`stopped; kept the best so far`)

  const { recipe, stopped, history } = JSON.parse(readFileSync(path.join(out, 'training.json'), 'utf8'))
  expect({ stopped, seed: recipe.options.seed }).toEqual({ stopped: true, seed: 7 })
  expect(history[0].validationAccuracy).toBeGreaterThan(0.5)
  expect(JSON.parse(readFileSync(path.join(out, 'model.json'), 'utf8')).format).toBe('layers-model')
  const { status, stdout } = await runCaptured(
    ['decipher', '--model', path.join(out, 'caesar-3.runnel')],
    'wkh fdw',
  )
  expect(status).toBe(0)
  expect(stdout).toMatch(/^[a-z]{3} [a-z]{3}$/)
})

test('a corpus that cannot be read', async () => {
  const { status, stderr } = await runCaptured(['train', 'caesar-3', '--corpus', 'none.txt'])
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'runnel: cannot read none.txt: there is no such file\n',
  })
})

test('a model that there is no recipe for is named before a corpus is asked for', async () => {
  const unknown = await runCaptured(['train', 'caesar-4'])
  expect(unknown.status).toBe(2)
  expect(unknown.stderr).toMatch(/^runnel: model: expected one of caesar-3, .*, received "caesar-4"\n/)
  const bare = await runCaptured(['train', 'caesar-3'])
  expect(bare.status).toBe(2)
  expect(bare.stderr).toContain("runnel: required option '--corpus <path...>' not specified")
})
