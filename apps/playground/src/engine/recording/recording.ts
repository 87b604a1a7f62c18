import type { Column } from '../column.ts'
import type { Frame, Started, Waiting } from '../frame.ts'
import type { KeyNews, NamedKey, RankedKey } from '../key.ts'
import { CANDIDATES } from '../reading/constants.ts'
import { rankedKeys } from '../reading/ranked-keys.ts'
import { listedCipherOf } from '../reading/read-with.ts'
import { packMemory, packShares, unpackMemory } from './packed-numbers.ts'

/** A column of a recording: row, weight and probability of each key, and the rest of it. */
interface PackedColumn {
  readonly k: readonly number[]
  readonly w: readonly number[]
  readonly l: readonly number[]
  readonly r: string
  readonly s: number
  readonly e: readonly (string | number)[]
  readonly m: string
}

/** The state after one more letter. */
interface PackedMoment {
  readonly settled: number
  readonly waiting?: string
  readonly confidence?: readonly number[]
  readonly news?: readonly KeyNews[]
  readonly bits?: number
  readonly column: PackedColumn
}

/** A reading of one text, letter by letter, as JSON. */
export interface Recording {
  readonly text: string
  readonly plaintext: string
  readonly started: Pick<Started, 'keys' | 'left'>
  readonly names: readonly NamedKey[]
  readonly moments: readonly PackedMoment[]
  readonly ending: Pick<Frame, 'letters' | 'ending' | 'recent' | 'fit'>
}

/** A moment of a reading, unpacked. */
export interface Moment extends Pick<Frame, 'waiting' | 'news' | 'candidates' | 'fit'> {
  readonly settled: number
  readonly column: Column
}

/** Records a reading of which a frame was told after each letter, and one at its end. */
export const record = (
  text: string,
  { keys, left }: Pick<Started, 'keys' | 'left'>,
  frames: readonly Frame[],
): Recording => {
  const moments: PackedMoment[] = []
  let plaintext = ''
  for (const { settled, waiting, news, fit, columns } of frames) {
    plaintext += settled
    const [column] = columns
    if (!column) continue
    moments.push({
      settled: waiting.start,
      ...(waiting.text && { waiting: waiting.text, confidence: [...waiting.confidence] }),
      ...(news.length > 0 && { news }),
      ...(fit && { bits: fit.bits }),
      column: packColumn(column),
    })
  }
  const { letters, ending, recent, fit } = frames[frames.length - 1]
  const names = frames.flatMap((frame) => frame.names)
  const last = { letters, ...(ending && { ending }), ...(recent && { recent }), ...(fit && { fit }) }
  return { text, plaintext, started: { keys, left }, names, moments, ending: last }
}

/** A moment of a recording: just after the letter at a place had been read. */
export const momentOf = ({ text, names, moments, ending }: Recording, at: number): Moment => {
  const { settled, waiting = '', confidence = [], news = [], bits, column: packed } = moments[at]
  const column = unpackColumn(packed, text, at)
  const shown: Waiting = { start: settled, text: waiting, confidence: Uint8Array.from(confidence) }
  return {
    settled,
    waiting: shown,
    candidates: candidatesOf(column, names, text.slice(0, at + 1)),
    news,
    ...(ending.fit && bits !== undefined && { fit: { ...ending.fit, bits } }),
    column,
  }
}

/** Letters that were expected which a recording keeps. */
const EXPECTED = 3

const packColumn = ({ rows, weights, likely, reads, surprise, expected, memory }: Column): PackedColumn => ({
  k: [...rows],
  w: packShares(weights),
  l: packShares(likely),
  r: reads,
  s: Number(surprise.toPrecision(3)),
  e: expected
    .slice(0, EXPECTED)
    .flatMap(({ text, probability }) => [text, Number(probability.toPrecision(2))]),
  m: packMemory(memory),
})

const unpackColumn = ({ k, w, l, r, s, e, m }: PackedColumn, text: string, at: number): Column => ({
  start: at,
  cipher: text[at],
  reading: r[0] ?? text[at],
  unknown: unknownOf(w),
  rows: Uint16Array.from(k),
  weights: Float32Array.from(w),
  likely: Float32Array.from(l),
  reads: r,
  surprise: s,
  expected: Array.from({ length: e.length / 2 }, (_, i) => ({
    text: String(e[2 * i]),
    probability: Number(e[2 * i + 1]),
  })),
  memory: unpackMemory(m),
})

/** The keys that lead after a letter, from its column. */
const candidatesOf = (
  { rows, weights, unknown }: Column,
  names: readonly NamedKey[],
  read: string,
): RankedKey[] => {
  const keys = Array.from(rows, (row, i) => ({ named: names[row], weight: weights[i] }))
  return rankedKeys(keys, { unknown, most: CANDIDATES, text: read, cipherOf: listedCipherOf })
}

/** The probability that weights leave. They are rounded: a little that is missing means nothing. */
const unknownOf = (weights: readonly number[]): number => {
  const unknown = 1 - weights.reduce((sum, weight) => sum + weight, 0)
  return unknown < ROUNDING ? 0 : unknown
}

/** The most that rounding may take from weights. */
const ROUNDING = 0.01
