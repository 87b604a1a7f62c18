import { createRandom, type Random } from '@runnel/core'
import { createCostOf } from '../columns/powers.ts'
import { ANNEALING, ASKED } from './constants.ts'
import { costByFours, type LetterCosts } from './letter-costs.ts'
import { createMoves, type SquareMoves } from './move-square.ts'
import {
  createPlayfairSquare,
  createReadCells,
  type PlayfairSquare,
  type ReadCells,
  readPairs,
} from './playfair-square.ts'

/** A text whose square is sought. */
export interface PlayfairText {
  /** Its letters by their places in the alphabet, an even number of them. */
  readonly letters: Uint8Array
  /** The 25 letters of the square, in any order. */
  readonly signs: Uint8Array
  readonly costs: LetterCosts
  /** Whether a square explains the text, so that no other is sought. */
  explains(plaintext: Uint8Array): boolean
}

/** A square, its letters, and what it reads. */
export interface FoundSquare {
  readonly letters: Uint8Array
  readonly plaintext: Uint8Array
}

/**
 * Seeks the square under which pairs read best: annealing at heats about that at which text falls into place, begun anew
 * where that does not come to pass. The same bits in every runtime; its work is bounded by `ANNEALING`.
 */
export const annealPlayfair = (text: PlayfairText): FoundSquare => {
  const { letters, signs, explains } = text
  const random = createRandom(ANNEALING.seed)
  const walk = new Walk(text, random)
  const steps = Math.floor(ANNEALING.letters / letters.length / ASKED.parts)
  const { runs, heats } = ANNEALING
  for (let run = 0; run < runs; run++) {
    const { hot, cold } = heats[run % heats.length]
    const fall = (hot - cold) / ASKED.parts
    walk.begin(shuffled(signs, random))
    for (let part = 0; part < ASKED.parts; part++) {
      walk.go(steps, (hot - fall * part) * letters.length)
      if (explains(walk.readBest().plaintext)) return walk.mend()
    }
  }
  return walk.mend()
}

/** Numbers that the random distance of costs which is borne is drawn from; and the largest of them, in twelfths of a bit. */
const DRAWN = { size: 4096, most: 160 } as const

/** Squares one after another, each of them the one before with a move, unless that is too dear; the best is kept. */
class Walk {
  readonly #text: PlayfairText
  readonly #random: Random
  readonly #moves: SquareMoves
  /** Distances of costs that are borne at a heat of 1: minus the logarithms of random numbers. */
  readonly #borne: Uint8Array
  readonly #reading: {
    readonly ciphertext: Uint8Array
    readonly plain: Uint8Array
    readonly table: ReadCells
  }
  #square: PlayfairSquare
  #cost = Number.MAX_SAFE_INTEGER
  readonly #best: Uint8Array
  #bestCost = Number.MAX_SAFE_INTEGER

  constructor(text: PlayfairText, random: Random) {
    const { letters, signs } = text
    this.#text = text
    this.#random = random
    this.#moves = createMoves(random)
    const costOf = createCostOf(DRAWN.most)
    this.#borne = Uint8Array.from({ length: DRAWN.size }, (_, i) => costOf((2 * i + 1) / (2 * DRAWN.size)))
    this.#reading = { ciphertext: letters, plain: new Uint8Array(letters.length), table: createReadCells() }
    this.#square = createPlayfairSquare(signs)
    this.#best = signs.slice()
  }

  begin(letters: Uint8Array, cost: number = Number.MAX_SAFE_INTEGER): void {
    this.#square = createPlayfairSquare(letters)
    this.#cost = cost
  }

  go(steps: number, heat: number): void {
    const random = this.#random
    const moves = this.#moves
    const borne = this.#borne
    const reading = this.#reading
    const square = this.#square
    const { fours } = this.#text.costs
    let cost = this.#cost
    for (let step = 0; step < steps; step++) {
      moves.move(square)
      readPairs(square, reading)
      const next = costByFours(fours, reading.plain)
      if (next - cost > heat * borne[random.integer(DRAWN.size)]) moves.undo(square)
      else {
        cost = next
        if (next < this.#bestCost) {
          this.#best.set(square.letters)
          this.#bestCost = next
        }
      }
    }
    this.#cost = cost
  }

  readBest(): FoundSquare {
    const { ciphertext, table } = this.#reading
    const plaintext = new Uint8Array(ciphertext.length)
    readPairs(createPlayfairSquare(this.#best), { ciphertext, plain: plaintext, table })
    return { letters: this.#best, plaintext }
  }

  /** The best square that moves lead to from the best so far, none of them dearer. */
  mend(): FoundSquare {
    this.begin(this.#best, this.#bestCost)
    this.go(ANNEALING.mending, 0)
    return this.readBest()
  }
}

const shuffled = (signs: Uint8Array, random: Random): Uint8Array => {
  const letters = signs.slice()
  for (let last = letters.length - 1; last > 0; last--) {
    const other = random.integer(last + 1)
    const letter = letters[last]
    letters[last] = letters[other]
    letters[other] = letter
  }
  return letters
}
