import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { createAuto } from './auto.ts'
import { keyFinders } from './cipher-named.ts'

const model = createBigramModel()
const counts = await createSampleCounts()
const random = createRandom(19)
const gibberish = (letters: number): string =>
  Array.from({ length: letters }, () => String.fromCharCode(97 + random.integer(26))).join('')

test('a search beside others takes little trouble with text that nothing explains', () => {
  const own = keyFinders.gronsfeld()
  const beside = keyFinders.gronsfeld()
  const alone = createDecipherer({ model, counts, cipher: own })
  const among = createDecipherer({
    model,
    counts,
    cipher: createAuto({ listed: 'caesar', beyond: [beside] }),
  })
  const text = gibberish(70)
  allEvents(alone, [text])
  allEvents(among, [text])
  expect(beside.steps?.()).toBeGreaterThan(0)
  expect(beside.steps?.()).toBeLessThan((own.steps?.() ?? 0) / 5)
})
