import { annealPlayfair, type FoundSquare } from './anneal-playfair.ts'
import { FEWEST, KEY_COST, POLISHING } from './constants.ts'
import { LETTERS, type LetterCosts } from './letter-costs.ts'
import { CELLS, createPlayfairSquare, createReadCells, readPairs } from './playfair-square.ts'
import type { BlockKey, SeekBlocks } from './weigh-blocks.ts'

/** Pairs among which one of the same letter twice may be, which no square writes, as a slip. */
const PAIRS_A_SLIP = 50

/** The letters that a square may lack, the likeliest first. */
const LACKING = Array.from('JQIXZWKVUY', (letter) => letter.charCodeAt(0) - 0x41)

/** The square of a Playfair cipher. */
export const seekPlayfair: SeekBlocks = ({ letters, costs, explains }): BlockKey[] => {
  const even = letters.subarray(0, letters.length - (letters.length % 2))
  const lacking = LACKING.find((letter) => !even.includes(letter))
  if (
    even.length < FEWEST.playfair ||
    lacking === undefined ||
    slipsIn(even) * PAIRS_A_SLIP > even.length / 2
  ) {
    return []
  }
  const signs = Uint8Array.from({ length: LETTERS - 1 }, (_, i) => (i < lacking ? i : i + 1))
  const cost = KEY_COST.playfair
  const found = annealPlayfair({
    letters: even,
    signs,
    costs,
    explains: (plaintext) => explains({ plaintext, cost }),
  })
  const { letters: best, plaintext } = polished(found, even, costs)
  const square = String.fromCharCode(...best.map((letter) => letter + 0x41))
  return [{ key: { square }, plaintext, cost }]
}

/** The square that exchanges of two letters lead to, each of them better by all that is known of the language. */
const polished = (found: FoundSquare, ciphertext: Uint8Array, costs: LetterCosts): FoundSquare => {
  const table = createReadCells()
  let best = found
  let least = costs.whole(found.plaintext)
  let isBetter = true
  for (let round = 0; round < POLISHING && isBetter; round++) {
    isBetter = false
    for (const [one, other] of exchanges) {
      const letters = best.letters.slice()
      letters[one] = best.letters[other]
      letters[other] = best.letters[one]
      const plain = new Uint8Array(ciphertext.length)
      readPairs(createPlayfairSquare(letters), { ciphertext, plain, table })
      const cost = costs.whole(plain)
      if (cost >= least) continue
      best = { letters, plaintext: plain }
      least = cost
      isBetter = true
    }
  }
  return best
}

/** Every two cells. */
const exchanges = Array.from({ length: CELLS * CELLS }, (_, i) => [Math.floor(i / CELLS), i % CELLS]).filter(
  ([one, other]) => one < other,
)

const slipsIn = (letters: Uint8Array): number => {
  let slips = 0
  for (let i = 0; i < letters.length; i += 2) if (letters[i] === letters[i + 1]) slips++
  return slips
}
