import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRandom } from '@runnel/core'
import { createDecipherer, finalText } from '@runnel/decipher'
import { loadModel } from '@runnel/rnn-model'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-train-'))
afterAll(() => rmSync(folder, { recursive: true }))

const words = (
  'a about after again also animal back begin between box brown call change city come cross day different down ' +
  'each earth even every example eye far father few find first follow fox from give good great group grow hand have ' +
  'head help high home house important jug jump just keep kind know large last later learn leave left letter life ' +
  'light line list little live long look made make man many mean might mother move much name near need never new next ' +
  'night number off often old one open other out over own page paper part people place plant play point question quick ' +
  'quiet read really right river run saw say school sea second see sentence set should show side small something ' +
  'sound spell still stop story study take talk tell that the them then there they thing think this those thought ' +
  'three through time together took tree turn two under until use very want watch water way well went what where ' +
  'which while white who why will with without word work world would write year you young zebra'
).split(' ')

test('a net is trained in seconds, stored, and reads', async () => {
  const [text, out] = [path.join(folder, 'text.txt'), path.join(folder, 'net.runnel')]
  const random = createRandom(1)
  const sentence = () => `${Array.from({ length: 7 }, () => words[random.integer(words.length)]).join(' ')}. `
  writeFileSync(text, Array.from({ length: 400 }, sentence).join(''))
  const program = path.join(import.meta.dirname, 'main.ts')
  const options = [program, '--text', text, '--out', out]
  const lines = execFileSync(process.execPath, options, { encoding: 'utf8' }).trim().split('\n')
  expect(lines.slice(0, 2).map((line) => line.split(':')[0])).toEqual(['epoch 1', 'epoch 2'])
  expect(lines.slice(2)).toEqual(['Ymj sjy wjfix bmfy ny sjajw xfb.', 'The net reads what it never saw.'])
  const decipherer = createDecipherer({ model: await loadModel(new URL(`file://${out}`)) })
  expect(finalText(decipherer.createSession().push('ifyf'))).toBe('data')
})
