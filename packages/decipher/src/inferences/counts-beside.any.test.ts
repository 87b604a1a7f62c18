import { createEnigma } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import type { Counts } from '../language/counts/counts.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { keyFinders, rotorKeys } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const model = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const beside = await createSampleCounts('snow and river and sea and hills '.repeat(3))

/** Decipherers whose text is weighed by counts of words beside its own, or by these alone. */
const makes = {
  enigma: (spaceless?: Counts) =>
    createDecipherer({ model, counts, cipher: rotorKeys({ start: 'M??', spaceless }) }),
  xor: (spaceless?: Counts) => createDecipherer({ model, counts, cipher: keyFinders.xor({ spaceless }) }),
}

test.each(Object.entries(makes))('%s weighed by two counts is not gone on with by one', (_, make) => {
  const session = make(beside).createSession()
  session.push('qwertyuio')
  const snapshot = session.snapshot()
  expect(make(beside).createSession(snapshot).snapshot()).toEqual(snapshot)
  expect(() => make().createSession(snapshot)).toThrow(SnapshotMismatchError)
})

test('an Enigma is read by two counts, without spaces too', () => {
  const enigma = createEnigma()
  const key = enigma.parseKey('B I-II-III MCK')
  for (const text of [plaintext, plaintext.replaceAll(' ', '')]) {
    expect(finalText(allEvents(makes.enigma(beside), [enigma.encrypt(text, key)]))).toBe(text)
  }
})
