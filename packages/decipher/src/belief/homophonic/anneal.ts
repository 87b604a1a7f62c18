import type { Random } from '@runnel/core'
import type { InSteps } from '../../in-steps.ts'
import { ALLOWANCES } from '../substitution/allowances.ts'
import { type Cooling, MOVES_A_STEP, OFTEN, PORTION, PROPOSED, STEPS } from './constants.ts'
import type { KeyMeans } from './key-means.ts'
import type { SymbolText } from './symbol-text.ts'
import type { WholeKey } from './whole-key.ts'

/** Letters that moves propose. */
const proposed = (): Uint8Array => Uint8Array.from(PROPOSED, (letter) => letter.charCodeAt(0) - 97)

/** A key at random. */
export const randomKey = (size: number, random: Random): Uint8Array => {
  const letters = proposed()
  return Uint8Array.from({ length: size }, () => letters[random.integer(letters.length)])
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): a symbol is read as another letter, by Metropolis' rule,
 * colder and colder. Changes the key.
 */
export function* anneal(
  key: WholeKey,
  { size, letters: length }: Pick<SymbolText, 'size' | 'letters'>,
  { moves: share, first, last }: Cooling,
  { means: { moves, allowances, work }, random }: { means: KeyMeans; random: Random },
): InSteps<void> {
  const letters = proposed()
  const all = (share * moves) / STEPS
  // A move looks at each place of a symbol.
  const costly = Math.max(1, length / size / OFTEN)
  for (let step = 0; step < STEPS; step++) {
    const coldness = ((first + ((last - first) * step) / (STEPS - 1)) * size) / length
    for (let done = 0; done < all; done += PORTION) {
      const portion = Math.min(PORTION, all - done)
      tryMoves(key, { size, letters, moves: portion, coldness, allowances }, random)
      work.steps += (portion * costly) / MOVES_A_STEP
      yield
    }
  }
}

/** Moves at one temperature. */
interface Moves {
  readonly size: number
  /** Letters that are proposed. */
  readonly letters: Uint8Array
  readonly moves: number
  readonly coldness: number
  readonly allowances: Uint8Array
}

const tryMoves = (
  key: WholeKey,
  { size, letters, moves, coldness, allowances }: Moves,
  random: Random,
): void => {
  const pairs = size * letters.length
  for (let i = 0; i < moves; i++) {
    // One random number says which symbol, which letter, and how far it may go.
    const drawn = random.integer(pairs * ALLOWANCES)
    const pair = Math.floor(drawn / ALLOWANCES)
    const symbol = pair % size
    const letter = letters[Math.floor(pair / size)]
    if (letter === key.letters[symbol]) continue
    const most = Math.floor(allowances[drawn % ALLOWANCES] / coldness)
    if (key.difference(symbol, letter, most) <= most) key.assign(symbol, letter)
  }
}

/** Reads symbols as other letters as long as that makes the text cheaper: the best letter of each at a time. */
export function* descend(key: WholeKey, size: number): InSteps<void> {
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (let symbol = 0; symbol < size; symbol++) {
      let [best, found] = [0, -1]
      for (let letter = 0; letter < 26; letter++) {
        if (letter === key.letters[symbol]) continue
        const difference = key.difference(symbol, letter, best - 1)
        if (difference < best) [best, found] = [difference, letter]
      }
      if (found === -1) continue
      key.assign(symbol, found)
      isBetter = true
    }
    yield
  }
}
