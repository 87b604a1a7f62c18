import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDecipherer, finalText } from '@runnel/decipher'
import { loadModel } from '@runnel/rnn-model'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-train-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a net is trained in seconds, stored, and reads', async () => {
  const [text, out] = [path.join(folder, 'text.txt'), path.join(folder, 'net.runnel')]
  const pangrams = [
    'The quick brown fox jumps over the lazy dog.',
    'Pack my box with five dozen liquor jugs.',
    'How vexingly quick daft zebras jump!',
    'Sphinx of black quartz, judge my vow.',
  ]
  writeFileSync(text, `${pangrams.join(' ')} `.repeat(12))
  const program = path.join(import.meta.dirname, 'main.ts')
  const words = [program, '--text', text, '--out', out]
  const lines = execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n')
  expect(lines.slice(0, 4).map((line) => line.split(':')[0])).toEqual([
    'epoch 1',
    'epoch 2',
    'epoch 3',
    'epoch 4',
  ])
  expect(lines.slice(4)).toEqual(['Ymj sjy wjfix bmfy ny sjajw xfb.', 'The net reads what it never saw.'])
  const decipherer = createDecipherer({ model: await loadModel(new URL(`file://${out}`)) })
  expect(finalText(decipherer.createSession().push('ifyf'))).toBe('data')
})
