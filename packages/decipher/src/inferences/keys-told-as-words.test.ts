import { createPorta } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { encodeWords, keyFinders, loadWords } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))

test.each([
  ['VALLEY', 'VALLEY', ['mountain', 'valley']],
  // Both read alike, so that nothing tells them apart: the first of the list.
  ['UALKEZ', 'VALLEY', ['mountain', 'valley', 'vallez']],
  ['LEMON', 'KEMOM', ['mountain', 'valley']],
])('porta: the key %s is told as %s', async (written, told, list) => {
  const words = await loadWords(await encodeWords('few', list))
  const decipherer = createDecipherer({ model: net, counts, cipher: keyFinders.porta({ words }) })
  const events = allEvents(decipherer, [createPorta().encrypt(plaintext.repeat(2), { key: written })])
  expect(events.at(-1)).toMatchObject({ cipher: 'porta', key: { key: told } })
})
