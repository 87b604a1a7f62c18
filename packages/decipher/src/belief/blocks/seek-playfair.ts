import { annealPlayfair, type FoundSquare } from './anneal-playfair.ts'
import { FEWEST, KEY_COST, POLISHING, RIVALS } from './constants.ts'
import { LETTERS, type LetterCosts } from './letter-costs.ts'
import { createPlayfairSquare, createReadCells, readPairs } from './playfair-square.ts'
import { exchangesOfTwo, ordersOfLines, turnsOfThree } from './square-moves.ts'
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
  const best = polished(found, even, costs)
  return [best, ...rivalsOf(best, even, costs)].map(({ letters: square, plaintext }) => ({
    key: { square: String.fromCharCode(...square.map((letter) => letter + 0x41)) },
    plaintext,
    cost,
  }))
}

/** Squares with two letters exchanged that read the text otherwise, and nearly as well: as likely to be the right one. */
const rivalsOf = (best: FoundSquare, ciphertext: Uint8Array, costs: LetterCosts): FoundSquare[] => {
  const table = createReadCells()
  const most = costs.whole(best.plaintext) + RIVALS.margin
  const rivals: (FoundSquare & { cost: number })[] = []
  for (const exchange of exchangesOfTwo()) {
    const rival = moved(best, exchange, { ciphertext, table })
    const cost = costs.whole(rival.plaintext)
    if (cost <= most && rival.plaintext.some((letter, i) => letter !== best.plaintext[i])) {
      rivals.push({ ...rival, cost })
    }
  }
  return rivals.sort((a, b) => a.cost - b.cost).slice(0, RIVALS.most)
}

/** A square with its letters in other places, and what it reads. */
const moved = (
  { letters: square }: FoundSquare,
  move: Uint8Array,
  { ciphertext, table }: { ciphertext: Uint8Array; table: ReturnType<typeof createReadCells> },
): FoundSquare => {
  const letters = move.map((from) => square[from])
  const plaintext = new Uint8Array(ciphertext.length)
  readPairs(createPlayfairSquare(letters), { ciphertext, plain: plaintext, table })
  return { letters, plaintext }
}

/** The square that moves of lines and of two or three letters lead to, each of them better by all that is known of the language. */
const polished = (found: FoundSquare, ciphertext: Uint8Array, costs: LetterCosts): FoundSquare => {
  const table = createReadCells()
  const moves = [...ordersOfLines(), ...exchangesOfTwo(), ...turnsOfThree()]
  let best = found
  let least = costs.whole(found.plaintext)
  let isBetter = true
  for (let round = 0; round < POLISHING && isBetter; round++) {
    isBetter = false
    for (const move of moves) {
      const next = moved(best, move, { ciphertext, table })
      const cost = costs.whole(next.plaintext)
      if (cost >= least) continue
      best = next
      least = cost
      isBetter = true
    }
  }
  return best
}

const slipsIn = (letters: Uint8Array): number => {
  let slips = 0
  for (let i = 0; i < letters.length; i += 2) if (letters[i] === letters[i + 1]) slips++
  return slips
}
