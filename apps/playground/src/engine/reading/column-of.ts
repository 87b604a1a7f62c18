import type { SymbolTrace, TracedKey } from '@runnel/decipher'
import type { Column, Expected } from '../column.ts'
import { MEMORY_ROWS, MOST_EXPECTED } from './constants.ts'
import type { KeyNames } from './key-names.ts'

/** The net that traces tell of: its letters by token id, and the numbers of its own memory. */
export interface TracedNet {
  readonly letters: string
  readonly units: number
}

/** The column of a symbol, made of its trace while that holds. */
export const columnOf = (trace: SymbolTrace, names: KeyNames, net: TracedNet): Column => {
  const keys = trace.keys().sort((a, b) => b.weight - a.weight)
  return {
    start: trace.start,
    cipher: String.fromCharCode(trace.unit),
    reading: String.fromCharCode(keys[0]?.unit ?? trace.unit),
    unknown: trace.unknown,
    rows: Uint16Array.from(keys, ({ named }) => names.numberOf(named)),
    weights: Float32Array.from(keys, ({ weight }) => weight),
    likely: Float32Array.from(keys, ({ likely }) => likely ?? 0),
    reads: readsOf(keys),
    surprise: bitsOf(trace.likely),
    expected: expectedOf(trace.expected(), net),
    memory: memoryOf(trace.state(), net),
  }
}

/** Bits that a symbol of that probability takes: for eyes alone, nothing is inferred from them. */
export const bitsOf = (likely: number): number => (likely < 1 ? -Math.log2(likely) : 0)

const readsOf = (keys: readonly TracedKey[]): string => {
  let reads = ''
  for (const { unit } of keys) reads += String.fromCharCode(unit)
  return reads
}

/** The likeliest letters that were expected, likeliest first. */
const expectedOf = (expected: Float32Array | undefined, { letters }: TracedNet): Expected[] => {
  if (!expected) return []
  const best: Expected[] = []
  for (let id = 1; id < expected.length; id++) {
    const probability = expected[id]
    if (best.length === MOST_EXPECTED && probability <= best[MOST_EXPECTED - 1].probability) continue
    const at = best.findIndex((known) => known.probability < probability)
    best.splice(at === -1 ? best.length : at, 0, { text: letters[id - 1], probability })
    best.length = Math.min(best.length, MOST_EXPECTED)
  }
  return best
}

/** Numbers of the memory at equal distances, as bytes. The net's own come last in a saved state. */
const memoryOf = (state: Float32Array | undefined, { units }: TracedNet): Int8Array => {
  if (!state) return new Int8Array(0)
  const own = state.subarray(state.length - units)
  const rows = Math.min(MEMORY_ROWS, own.length)
  const step = own.length / rows
  return Int8Array.from({ length: rows }, (_, row) =>
    Math.max(-127, Math.min(127, Math.round(own[Math.floor(row * step)] * 127))),
  )
}
