import type { Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents } from './all-events.ts'
import type { Skin } from './laws.ts'

/** The sessions of a decipherer as a skin, whose right plaintext is that of the whole ciphertext at once. */
export const skinOf = (decipherer: Decipherer): Required<Pick<Skin, 'text' | 'events' | 'decrypt'>> => ({
  text: async (chunks) => finalText(allEvents(decipherer, chunks)),
  events: async (chunks) => allEvents(decipherer, chunks),
  decrypt: (ciphertext) => finalText(allEvents(decipherer, [ciphertext])),
})
