import { describe, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createSampleCounts, sessionLaws } from '../testing/index.ts'
import { autoAmongLanguages } from './auto-among-languages.ts'
import { keyFinders } from './cipher-named.ts'

/*
 * Of Node alone: each law reads many texts in which two searches wake, and the laws of either search are tested in every runtime.
 */
const counts = await createSampleCounts()
const languages = [
  { code: 'en', counts },
  {
    code: 'de',
    counts: await createSampleCounts('der fluss kommt im fruehling von den bergen herab. '.repeat(5)),
  },
]
const cipher = autoAmongLanguages(languages, () => [keyFinders.vigenere()])
const decipherer = createDecipherer({ cipher })

describe('sessions with keys that are sought under way', () => {
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  // A long stream takes a minute here; each search is bounded by its own laws, and lists of searches by those of `createAuto`.
  const own = sessionLaws(2).filter(({ name }) => !name.startsWith('bounded'))
  test.each(own)('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 2_000_000 }))
})
