import type { KnownCounts } from '../../language/counts/under-tokenizer.ts'

/** Contexts that are remembered: so many bits of a hash. */
const BITS = 16

/** Numbers that are remembered of each, where the context is among them, and where the one behind a space is beside that. */
const [FIELDS, CONTEXT] = [4, 2] as const
export const SPACED = 1

/** Odd numbers that spread contexts (Knuth's multiplicative hashing, and a constant of MurmurHash3). */
const [SPREAD_HIGH, SPREAD] = [0x9e3779b1, 0x85ebca6b] as const

/** Contexts of counts by the latest token ids, of which those asked for of late are remembered: keys that come near one another share most. */
export interface RememberedContexts {
  /** Where what is remembered of the latest ids is, the latest four and those before them: in `known` their context. */
  placeOf(high: number, low: number): number
  /** Contexts, and `SPACED` behind each that with a space behind it. */
  readonly known: Int32Array
  /** Bits of the ids that a context depends on: a byte each, the latest lowest. */
  readonly lowBits: number
  readonly highBits: number
}

/** Makes a memory of contexts. */
export const rememberContexts = (counts: KnownCounts): RememberedContexts => {
  const { depth } = counts
  const ids = new Uint8Array(depth + 1)
  ids[depth] = counts.tokenizer.idOf(0x20)
  const behind = ids.subarray(1)
  // Of each both halves and both contexts, beside one another: one look into memory.
  const known = new Int32Array(FIELDS << BITS).fill(-1)
  return {
    known,
    lowBits: depth < 4 ? (1 << (8 * depth)) - 1 : -1,
    highBits: depth < 8 ? (1 << (8 * Math.max(0, depth - 4))) - 1 : -1,
    placeOf(high, low) {
      const spread = Math.imul(Math.imul(high, SPREAD_HIGH) + low, SPREAD) >>> (32 - BITS)
      const place = FIELDS * spread + CONTEXT
      if (known[place] !== -1 && known[place - 2] === high && known[place - 1] === low) return place
      for (let i = 0; i < depth; i++) {
        ids[depth - 1 - i] = (i < 4 ? low >>> (8 * i) : high >>> (8 * (i - 4))) & 0xff
      }
      known[place - 2] = high
      known[place - 1] = low
      known[place] = counts.contextOf(ids, depth)
      known[place + SPACED] = counts.contextOf(behind, depth)
      return place
    },
  }
}
