import { annealPlayfair } from './anneal-playfair.ts'
import { FEWEST, KEY_COST } from './constants.ts'
import { LETTERS } from './letter-costs.ts'
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
  const square = String.fromCharCode(...found.letters.map((letter) => letter + 0x41))
  return [{ key: { square }, plaintext: found.plaintext, cost }]
}

const slipsIn = (letters: Uint8Array): number => {
  let slips = 0
  for (let i = 0; i < letters.length; i += 2) if (letters[i] === letters[i + 1]) slips++
  return slips
}
