import { FREE_BYTES, MOST_INFLATED, MOST_RATIO } from '../constants.ts'
import type { Output } from '../output.ts'
import type { Checksum } from './checksums.ts'
import { type Codes, longEntry, SYMBOL_BITS } from './codes.ts'
import { distanceBits, lengthBits, shortestDistance, shortestLength } from './copies.ts'
import { COUNT, HELD, PUT, START, TAKEN, WINDOW, WINDOW_BYTES } from './places.ts'
import { SHORT } from './table-sizes.ts'

/** Codes of the block that is read. */
export interface BlockCodes {
  readonly letters: Codes
  readonly distances: Codes
}

/** Bytes that one symbol takes at the most, with those that are fetched ahead. */
const MARGIN = 12
const SHORT_MASK = 2 ** SHORT - 1
const SYMBOL_MASK = 2 ** SYMBOL_BITS - 1
const LONGEST_COPY = 258

/** Bytes that may have come out; a step tells it exactly. */
const limitAt = (taken: number): number =>
  Math.min(MOST_INFLATED, FREE_BYTES + MOST_RATIO * Math.max(0, taken))

/**
 * Reads symbols of a block while many bytes are there, with all that is carried in local numbers. It stops before what is
 * no letter or copy that may stand, and before the end of the block or of the bytes: a step at a time goes on from there, so
 * that faults have the same places. Mutates `state`.
 *
 * @param from the unit from which on it reads; each has to be a byte
 * @returns the unit at which it stopped
 */
export const inflateMany = (
  chunk: string | Uint8Array,
  from: number,
  {
    state,
    output,
    codes,
    checksum,
  }: { state: Int32Array; output: Output; codes: BlockCodes; checksum: Checksum },
): number => {
  const isText = typeof chunk === 'string'
  const end = chunk.length - MARGIN
  const window = new Uint8Array(state.buffer, state.byteOffset + 4 * WINDOW, WINDOW_BYTES)
  const { numbers: letters, at: lettersAt } = codes.letters
  const { numbers: distances, at: distancesAt } = codes.distances
  const start = state[START]
  // Of the bytes that were fetched, those that are surely taken.
  const taken = state[TAKEN] - from - 4
  const first = output.length
  let units = output.room(LONGEST_COPY)
  let at = first
  let held = state[HELD]
  let count = state[COUNT]
  let put = state[PUT]
  let i = from
  while (i < end) {
    if (at + LONGEST_COPY > units.length) {
      output.length = at
      units = output.room(LONGEST_COPY)
    }
    while (count <= 23) {
      const byte = isText ? chunk.charCodeAt(i) : chunk[i]
      if (byte > 0xff) return stop()
      held |= byte << count
      count += 8
      i++
    }
    const heldBefore = held
    const countBefore = count
    const iBefore = i
    let entry = letters[lettersAt + (held & SHORT_MASK)]
    if (entry === 0) entry = longEntry(held, letters, lettersAt)
    let length = entry >>> SYMBOL_BITS
    const symbol = entry & SYMBOL_MASK
    if (length === 0 || symbol === 256 || symbol > 285) return stop()
    held >>>= length
    count -= length
    if (symbol < 256) {
      if (put >= limitAt(taken + i)) return back(heldBefore, countBefore, iBefore)
      window[put++ & (WINDOW_BYTES - 1)] = symbol
      units[at++] = symbol
      continue
    }
    const more = lengthBits(symbol - 257)
    length = shortestLength(symbol - 257) + (held & ((1 << more) - 1))
    held >>>= more
    count -= more
    while (count <= 23) {
      const byte = isText ? chunk.charCodeAt(i) : chunk[i]
      if (byte > 0xff) return back(heldBefore, countBefore, iBefore)
      held |= byte << count
      count += 8
      i++
    }
    entry = distances[distancesAt + (held & SHORT_MASK)]
    if (entry === 0) entry = longEntry(held, distances, distancesAt)
    const bits = entry >>> SYMBOL_BITS
    const code = entry & SYMBOL_MASK
    if (bits === 0 || code > 29) return back(heldBefore, countBefore, iBefore)
    held >>>= bits
    count -= bits
    while (count <= 15) {
      const byte = isText ? chunk.charCodeAt(i) : chunk[i]
      if (byte > 0xff) return back(heldBefore, countBefore, iBefore)
      held |= byte << count
      count += 8
      i++
    }
    const further = distanceBits(code)
    const distance = shortestDistance(code) + (held & ((1 << further) - 1))
    if (distance > put - start || put + length > limitAt(taken + i)) {
      return back(heldBefore, countBefore, iBefore)
    }
    held >>>= further
    count -= further
    for (let left = length; left > 0; left--, put++) {
      const byte = window[(put - distance) & (WINDOW_BYTES - 1)]
      window[put & (WINDOW_BYTES - 1)] = byte
      units[at++] = byte
    }
  }
  return stop()

  /** Stops where a symbol began. */
  function back(heldBefore: number, countBefore: number, iBefore: number): number {
    held = heldBefore
    count = countBefore
    i = iBefore
    return stop()
  }

  function stop(): number {
    // Bytes that no symbol has begun in are taken by who comes after.
    for (; count >= 8 && i > from; count -= 8) i--
    state[HELD] = held & (count === 0 ? 0 : 0xffffffff >>> (32 - count))
    state[COUNT] = count
    state[PUT] = put
    state[TAKEN] += i - from
    output.length = at
    checksum.takeAll(units.subarray(first, at), state)
    return i
  }
}
