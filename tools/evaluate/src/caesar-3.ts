import { createCipher } from '@runnel/core'
import { brown } from '@runnel/corpus'
import { createDecipherer, finalText } from '@runnel/decipher'
import { findModel } from '@runnel/models'
import { recipes } from '@runnel/models/recipes'
import { loadModel, type RnnModel, taskOf } from '@runnel/rnn-model'
import type { Report } from './report.ts'
import { runNet } from './run-net.ts'
import { score } from './score.ts'

/** Characters in a chunk, so that nothing depends on a chunk's end falling in a good place. */
const CHUNK = 4093

/** The fixed-key nets over the whole Brown corpus. */
export const caesar3 = async (advance: (done: number) => void): Promise<Report> => {
  const plaintext = brown.read()
  const names = Object.keys(recipes()).filter((name) => recipes()[name].config.task.kind === 'transduce')
  const rows: string[][] = []
  for (const [index, name] of names.entries()) {
    const model = await loadModel(await findModel(name))
    const task = taskOf(model.config, 'transduce')
    const cipher = createCipher(task.cipher)
    const key = cipher.parseKey(Object.values(task.key).join())
    const ciphertext = cipher.encrypt(plaintext, key)
    const [given, right] = task.direction === 'decipher' ? [ciphertext, plaintext] : [plaintext, ciphertext]
    const started = performance.now()
    const live = task.direction === 'decipher' ? throughSession(model, given) : runNet(model, given)
    const seconds = (performance.now() - started) / 1000
    const stream = score(live, right)
    const windows = score(runNet(model, given, 100), right)
    rows.push([
      name,
      task.direction,
      model.config.input,
      String(recipes()[name].options.seed),
      percent(stream.lettersRight, stream.letters),
      (stream.letters - stream.lettersRight).toLocaleString('en'),
      stream.restIdentical ? 'identical' : 'DIFFERENT',
      percent(windows.lettersRight, windows.letters),
      Math.round(given.length / seconds).toLocaleString('en'),
    ])
    advance((index + 1) / names.length)
  }
  const { letters } = score(plaintext, plaintext)
  return {
    title: 'Nets with one fixed key',
    about:
      `${brown.title}: ${plaintext.length.toLocaleString('en')} characters, ${letters.toLocaleString('en')} letters, ` +
      `as one unbroken stream in chunks of ${CHUNK} (state carried throughout), and again with the state afresh ` +
      'every 100 characters as in training. With the key known, all letters are right, by arithmetic.',
    columns: [
      'model',
      'direction',
      'input',
      'seed',
      'letters right, stream',
      'letters wrong',
      'case and punctuation',
      'letters right, windows of 100',
      'characters/s',
    ],
    rows,
  }
}

const throughSession = (model: RnnModel, ciphertext: string): string => {
  const session = createDecipherer({ model }).createSession()
  const parts: string[] = []
  for (let from = 0; from < ciphertext.length; from += CHUNK) {
    parts.push(finalText(session.push(ciphertext.slice(from, from + CHUNK))))
  }
  parts.push(finalText(session.flush()))
  return parts.join('')
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(4)} %`
