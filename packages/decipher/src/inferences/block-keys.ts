import { type Cipher, createAlphabet, LATIN } from '@runnel/core'
import { createHill, createPlayfair } from '@runnel/core/ciphers'
import { WINDOW } from '../belief/blocks/constants.ts'
import { createLetterCosts } from '../belief/blocks/letter-costs.ts'
import { seekHill } from '../belief/blocks/seek-hill.ts'
import { seekPlayfair } from '../belief/blocks/seek-playfair.ts'
import { type SeekBlocks, weighBlocks } from '../belief/blocks/weigh-blocks.ts'
import type { Verdict } from '../belief/transposition/weigh-orders.ts'
import { endingKeys } from './ending-keys.ts'
import type { EndingFinder } from './key-finder.ts'

/** Tells snapshots of this search from those of others. */
const BELIEF = 'blocks 2'

/** The search for the keys of one cipher of blocks. */
interface BlockSearch {
  readonly seek: SeekBlocks
  /** Letters that keys are weighed by, from the beginning of a text. */
  readonly window: number
  /** Whether it takes so much work that a text is read once, when the window is full or the text ends. */
  readonly isDear: boolean
}

/** The keys of ciphers of blocks, by the name of their cipher. */
export const blockFinders: { readonly [name: string]: () => EndingFinder } = {
  hill: () => blockKeys(createHill(), { seek: seekHill, window: WINDOW.hill, isDear: false }),
  playfair: () => blockKeys(createPlayfair(), { seek: seekPlayfair, window: WINDOW.playfair, isDear: true }),
}

/** The keys of a cipher of blocks, to be found when the text ends, or is long enough. */
const blockKeys = <Key>(cipher: Cipher<Key>, { seek, window, isDear }: BlockSearch): EndingFinder =>
  endingKeys(cipher.name, [cipher as Cipher<unknown>], BELIEF, (counts) => {
    const costs = createLetterCosts(counts)
    /** The latest letters that were weighed: a text whose beginning stays is weighed once. */
    let latest: { letters: string; verdict: Verdict } | undefined
    return (text, isWhole) => {
      const letters = lettersOf(text, window)
      if (isDear && !isWhole && letters.length < window) return undefined
      const words = letters.join()
      if (latest?.letters !== words) latest = { letters: words, verdict: weighBlocks(letters, costs, seek) }
      return latest.verdict
    }
  })

/** The first letters of a text, by their places in the alphabet. */
const lettersOf = (text: string, most: number): Uint8Array => {
  const { indexOf } = createAlphabet(LATIN)
  const letters = new Uint8Array(most)
  let count = 0
  for (let i = 0; i < text.length && count < most; i++) {
    const letter = indexOf(text.charCodeAt(i))
    if (letter !== -1) letters[count++] = letter
  }
  return letters.subarray(0, count)
}
