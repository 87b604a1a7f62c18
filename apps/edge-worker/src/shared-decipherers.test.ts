import { createVigenere } from '@runnel/core/ciphers'
import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { expect, test, vi } from 'vitest'
import { createLanguageCounter } from './counted-languages.ts'
import { createCountsLoader } from './counts-loader.ts'
import type { DecipherQuery } from './decipher-query.ts'
import { shareDecipherers } from './shared-decipherers.ts'
import { heavyText } from './testing/heavy-text.ts'

const models = {
  english: await loadModel(await findModel('english')),
  other: await loadModel(await findModel('shift-any')),
}
const load = async (name: string) => models[name as keyof typeof models]
const options: DecipherQuery = { cipher: 'caesar', model: 'english' }

test('the same options give the same decipherer, others another', async () => {
  const share = shareDecipherers()
  const first = await share(options, load)
  expect(await share({ ...options }, load)).toBe(first)
  for (const other of [
    { cipher: 'auto' },
    { model: 'other' },
    { commit: 0.9 },
    { maxDelay: 9 },
    { watch: 'off' as const },
  ]) {
    expect(await share({ ...options, ...other }, load)).not.toBe(first)
  }
})

test('letters that keys are sought for are chosen for a deployment', async () => {
  const share = shareDecipherers()
  const auto = { ...options, cipher: 'auto' }
  const seeking = await share(auto, load, { seekLetters: 256 })
  const listed = await share(auto, load, { seekLetters: 0 })
  expect(await share(auto, load, { seekLetters: 256 })).toBe(seeking)
  expect(await share(auto, load, { seekLetters: 40 })).not.toBe(seeking)
  const ciphertext = createVigenere().encrypt('The river comes down from the hills in spring', { key: 'SEA' })
  const ciphers = [seeking, listed].map(({ createSession }) => {
    const session = createSession()
    const done = [...session.push(ciphertext), ...session.flush()].at(-1)
    return done?.type === 'done' && done.cipher
  })
  expect(ciphers).toEqual(['vigenere', 'unknown'])
})

test('those used last are kept, the others let go', async () => {
  const share = shareDecipherers()
  const first = await share(options, load)
  const second = await share({ ...options, maxDelay: 100 }, load)
  for (let maxDelay = 1; maxDelay <= 15; maxDelay++) {
    await share({ ...options, maxDelay }, load)
    expect(await share(options, load)).toBe(first)
  }
  expect(await share({ ...options, maxDelay: 100 }, load)).not.toBe(second)
})

test('tables of a language are worked out once, however many decipherers are made', async () => {
  const counts = await createCountsLoader()('english')
  if (!counts) throw new Error('there are no counts')
  const fill = vi.fn(counts.fill)
  const share = shareDecipherers({ countsOf: async () => ({ ...counts, fill }) })
  const read = async (commit: number): Promise<number> => {
    const before = fill.mock.calls.length
    const session = (await share({ ...options, cipher: 'auto', commit }, load)).createSession()
    session.push(heavyText(120))
    session.flush()
    session.free()
    return fill.mock.calls.length - before
  }
  const first = await read(0.9)
  // What is left is the text's own.
  expect(await read(0.91)).toBeLessThan(0.7 * first)
})

test('a language that is counted is the same, however often it is asked for', async () => {
  const counts = await createCountsLoader()('english')
  if (!counts) throw new Error('there are no counts')
  const count = createLanguageCounter()
  const languages = [{ code: 'en', counts }]
  const [first, second] = [count(languages), count(languages)]
  expect(second.languages[0]?.counts).toBe(first.languages[0]?.counts)
  first.languages[0]?.counts.fill(0, new Float32Array(64), 0)
  expect(second.steps()).toBe(1)
})

test('a model whose file was replaced is not taken for the one before', async () => {
  const share = shareDecipherers()
  const first = await share(options, load)
  expect(await share(options, () => load('other'))).not.toBe(first)
})

test('what goes into a shared decipherer is made once', async () => {
  const counts = await createCountsLoader()('english')
  if (!counts) throw new Error('there are no counts')
  let read = 0
  const watched = new Proxy(counts, {
    get(target, name) {
      // A promise asks for `then`, every time.
      if (name !== 'id' && name !== 'then') read++
      return Reflect.get(target, name)
    },
  })
  const share = shareDecipherers({ countsOf: async () => watched })
  await share({ cipher: 'auto', model: 'english' }, load)
  const readOnce = read
  await share({ cipher: 'auto', model: 'english' }, load)
  expect(read).toBe(readOnce)
  expect(readOnce).toBeGreaterThan(0)
})
