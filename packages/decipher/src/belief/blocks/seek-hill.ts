import { FEWEST, KEY_COST, ROWS, WEIGHED } from './constants.ts'
import { costByFours, LETTERS } from './letter-costs.ts'
import type { BlockKey, SeekBlocks } from './weigh-blocks.ts'

/** A row of the matrix that undoes another: what it reads, and the cost of those letters alone. */
interface Row {
  readonly left: number
  readonly right: number
  readonly reads: Uint8Array
  readonly cost: number
}

/** A matrix that may read a text. */
interface Matrix {
  readonly upper: Row
  readonly lower: Row
  readonly cost: number
}

/** The matrix of a Hill cipher of pairs: each row of its inverse reads every other letter, and is weighed by those alone. */
export const seekHill: SeekBlocks = ({ letters, costs: { alone, fours } }): BlockKey[] => {
  const pairs = Math.floor(letters.length / 2)
  if (2 * pairs < FEWEST.hill) return []
  const rows = bestRows(letters, pairs, alone)
  const told = Math.min(pairs, ROWS.letters / 2)
  const plain = new Uint8Array(2 * told)
  const best: Matrix[] = []
  for (const upper of rows) {
    for (const lower of rows) {
      if (!isUnit(upper.left * lower.right - upper.right * lower.left)) continue
      interleave(upper, lower, plain)
      insert(best, { upper, lower, cost: costByFours(fours, plain) })
    }
  }
  return best.map(({ upper, lower }) => {
    const plaintext = new Uint8Array(2 * pairs)
    interleave(upper, lower, plaintext)
    return { key: { key: encipheringKey(upper, lower) }, plaintext, cost: KEY_COST.hill }
  })
}

const bestRows = (letters: Uint8Array, pairs: number, alone: Uint8Array): Row[] => {
  const rows: Row[] = []
  for (let left = 0; left < LETTERS; left++) {
    for (let right = 0; right < LETTERS; right++) {
      const reads = new Uint8Array(pairs)
      let cost = 0
      for (let i = 0; i < pairs; i++) {
        reads[i] = (left * letters[2 * i] + right * letters[2 * i + 1]) % LETTERS
        cost += alone[reads[i]]
      }
      rows.push({ left, right, reads, cost })
    }
  }
  return rows.sort((a, b) => a.cost - b.cost).slice(0, ROWS.kept)
}

/** Puts a matrix among the best, in order; of equals, the first stands first. */
const insert = (best: Matrix[], matrix: Matrix): void => {
  if (best.length === WEIGHED && matrix.cost >= best[WEIGHED - 1].cost) return
  let at = best.length
  while (at > 0 && best[at - 1].cost > matrix.cost) at--
  best.splice(at, 0, matrix)
  if (best.length > WEIGHED) best.pop()
}

const interleave = (upper: Row, lower: Row, plaintext: Uint8Array): void => {
  for (let i = 0; i < plaintext.length; i += 2) {
    plaintext[i] = upper.reads[i / 2]
    plaintext[i + 1] = lower.reads[i / 2]
  }
}

/** Whether a whole number has an inverse modulo 26. */
const isUnit = (value: number): boolean => value % 2 !== 0 && value % 13 !== 0

/** The matrix that enciphers, as letters: the inverse of the one with these rows. */
const encipheringKey = (upper: Row, lower: Row): string => {
  const modulo = (value: number): number => ((value % LETTERS) + LETTERS) % LETTERS
  const determinant = modulo(upper.left * lower.right - upper.right * lower.left)
  let factor = 1
  while ((factor * determinant) % LETTERS !== 1) factor += 2
  const matrix = [lower.right, -upper.right, -lower.left, upper.left]
  return String.fromCharCode(...matrix.map((value) => 0x41 + modulo(factor * value)))
}
