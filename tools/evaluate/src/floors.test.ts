import { createAffine, createCaesar } from '@runnel/core'
import { brown } from '@runnel/corpus'
import { createDecipherer, finalText } from '@runnel/decipher'
import { findModel } from '@runnel/models'
import { decodeModel, loadDefaultEngine, loadModel } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { foretoldByNet } from './english/bits.ts'
import { rightAt } from './shift-any/accuracy.ts'
import { cipherStreams } from './shift-any/cipher-streams.ts'
import { readStreams } from './shift-any/read-streams.ts'

const bytesOf = async (name: string) => Buffer.from((await findModel(name)).base64, 'base64')

test('english: at most 2.10 bits a character on the first 200,000 of the Brown corpus (newspapers), in 260 KB', async () => {
  const bytes = await bytesOf('english')
  const model = await loadModel(bytes)
  const ids = model.tokenizer.encode(brown.read().slice(0, 200_000))
  const found = foretoldByNet(ids, await decodeModel(bytes), await loadDefaultEngine())
  expect(found.bitsPerCharacter).toBeLessThan(2.1)
  expect(bytes.length).toBeLessThanOrEqual(260_000)
})

test('shift-any: letters 10, 20 and 50 of 1,000 streams', async () => {
  const model = await loadModel(await bytesOf('shift-any'))
  const streams = cipherStreams(brown.read(), model.tokenizer, { count: 1000, letters: 50, seed: 3 })
  const right = readStreams(model, streams)
  expect(rightAt(right, 10)).toBeGreaterThan(0.95)
  expect(rightAt(right, 20)).toBeGreaterThan(0.99)
  expect(rightAt(right, 50)).toBeGreaterThan(0.995)
})

const plaintext = 'The morning was cold, and the boat had not come. 1851 — “Why?” she said.'
test.each([
  ['english', createCaesar().encrypt(plaintext, { shift: 19 })],
  ['english', createAffine().encrypt(plaintext, { a: 5, b: 8 })],
  ['shift-any', createCaesar().encrypt(plaintext, { shift: 19 })],
])('a golden transcript: %s reads %s', async (name, ciphertext) => {
  const session = createDecipherer({ model: await loadModel(await findModel(name)) }).createSession()
  const text = finalText([...session.push(ciphertext), ...session.flush()])
  // The cheap net says what it believes at once: its first letters are guesses.
  if (name === 'english') expect(text).toBe(plaintext)
  else expect(text.slice(12)).toBe(plaintext.slice(12))
})

test.each(['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'qmnbvxzlkj hgfdsapoi'])(
  'english does not take %s for ROT47',
  async (text) => {
    const session = createDecipherer({ model: await loadModel(await findModel('english')) }).createSession()
    session.push(text)
    expect(session.flush().at(-1)).not.toMatchObject({ cipher: 'rot47' })
  },
)

// Each cost the true key its place before the stream was four letters old.
test.each(['eh it looks a little suspicious', 'of rum um um um chapter the'])(
  'a rare word at the start is read right once the key is known: %s',
  async (text) => {
    const model = await loadModel(await findModel('english'))
    const decipherer = createDecipherer({ model, cipher: 'caesar', commit: { probability: 1 } })
    const session = decipherer.createSession()
    const events = session.push(createCaesar().encrypt(text, { shift: 19 }))
    expect(finalText([...events, ...session.flush()])).toBe(text)
  },
)
