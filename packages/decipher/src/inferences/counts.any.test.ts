import { ciphers, createCipher, createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { keyFamilies } from '../keys/key-families.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, countSteps, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { createRecallingModel } from '../testing/recalling-model.ts'

const model = createBigramModel()
const counts = await createSampleCounts()
const other = await createSampleCounts('the snow was deep in the hills that year')
const plaintext = 'The morning was cold, and the boat had not come. She waited by the water.'

test.each(Object.keys(keyFamilies).filter((name) => name in ciphers && keyFamilies[name].share > 0))(
  '%s is deciphered by auto with hardly a net step more than there are letters',
  (name) => {
    const cipher = createCipher(name)
    const ciphertext = cipher.encrypt(plaintext, cipher.generateKey(createRandom(7)))
    const counted = countSteps(model)
    const decipherer = createDecipherer({ model: counted.model, counts })
    // The bits of the language are found out once, with the first stream.
    allEvents(decipherer, ['a'])
    const before = counted.steps()
    expect(finalText(allEvents(decipherer, [ciphertext]))).toBe(plaintext)
    // No less than each symbol but for the first two, which no stream reads itself.
    expect(counted.steps() - before).toBeGreaterThan(plaintext.length - 4)
    expect(counted.steps() - before).toBeLessThan(1.3 * plaintext.length)
  },
)

test('text that no key explains takes few net steps', () => {
  const counted = countSteps(model)
  const session = createDecipherer({ model: counted.model, counts }).createSession()
  const random = createRandom(7)
  const noise = Array.from({ length: 200 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  session.push('a')
  const before = counted.steps()
  session.push(noise)
  expect(session.flush().at(-1)).toMatchObject({ type: 'done', cipher: 'unknown' })
  expect((counted.steps() - before) / noise.length).toBeLessThan(6)
})

test.each(['0123456789', '{}', '😀🎈', '的一'])(
  'symbols that are no letters are read for every key 32 times in a row at most: %s',
  (symbols) => {
    const counted = countSteps(model, counts)
    const session = createDecipherer({ ...counted, cipher: 'affine' }).createSession()
    const before = counted.steps()
    session.push(symbols.repeat(1000))
    // A look for each of 312 keys, sixteen of which count as a step.
    expect(counted.steps() - before).toBeLessThan(32 * 20)
    session.push('a')
    expect(counted.steps() - before).toBeGreaterThan(20 * 20)
  },
)

test('a snapshot belongs to its counts', () => {
  const [none, first, second] = [undefined, counts, other].map((beside) =>
    createDecipherer({ model, counts: beside, cipher: 'caesar' }),
  )
  const session = first.createSession()
  session.push('Wkh pruq')
  const snapshot = session.snapshot()
  const restored = first.createSession(snapshot)
  expect(restored.push('lqj')).toEqual(session.push('lqj'))
  for (const decipherer of [none, second]) expect(() => decipherer.createSession(snapshot)).toThrow('model')
})

test('counts have no part in a net that knows its key, or says it', () => {
  const recogniser = createRecallingModel(undefined, { kind: 'recognise-key', cipher: 'caesar', keys: 26 })
  const read = (beside: typeof counts | undefined) =>
    allEvents(createDecipherer({ model: recogniser, counts: beside }), ['Wkh pruqlqj'])
  expect(read(counts)).toEqual(read(undefined))
})
