import { Beam, BLOCK, KEY_BYTES } from './beam'

/** Costs that are told apart, from the smallest on. */
const SPREAD: i32 = 2048

/** Keys after which it is worked out anew which costs are too many. */
const OFTEN: i32 = 64

/** The steps above the least that keys may cost to be kept, by those that are counted; SPREAD where all are. */
function limitOf(counts: usize, most: i32): i32 {
  let limit = 0
  for (let left = most; limit < SPREAD; limit++) {
    left -= load<i32>(counts + (<usize>limit << 2))
    if (left <= 0) break
  }
  return limit
}

/** Counts the keys of each cost above the least, but for such as too many are below. @returns the most that is kept, in steps */
function spread(beam: Beam, least: i32, most: i32): i32 {
  const counts = beam.spread
  memory.fill(counts, 0, <usize>(SPREAD + 1) << 2)
  const row = <usize>(beam.blocks * BLOCK) << 2
  let from = beam.totals
  let highest = i32x4.splat(i32.MAX_VALUE)
  let limit = 0
  for (let i = 1; i <= beam.count; i++) {
    for (const end = from + row; from < end; from += 16) {
      if (!v128.any_true(i32x4.le_s(v128.load(from), highest))) continue
      for (let at = from; at < from + 16; at += 4) {
        const place = counts + (<usize>min(SPREAD, load<i32>(at) - least) << 2)
        store<i32>(place, load<i32>(place) + 1)
      }
    }
    if (!(i % OFTEN) || i == beam.count) {
      limit = limitOf(counts, most)
      highest = i32x4.splat(least + limit)
    }
  }
  return limit
}

/** Writes a key by one of the values. */
@inline
function write(beam: Beam, to: i32, key: usize, value: i32, cost: i32): void {
  const next = beam.nextKeys + <usize>to * KEY_BYTES
  const filled = <usize>beam.filled
  for (let at: usize = 0; at < filled; at += 8) store<u64>(next + at, load<u64>(key + at))
  store<u8>(next + filled, load<u8>(beam.tried + <usize>value))
  store<i32>(beam.nextCosts + (<usize>to << 2), cost)
}

/** Writes the keys that cost least where the next ones stand. */
export function keepLeast(beam: Beam, least: i32, most: i32): void {
  const limit = spread(beam, least, most)
  let equals = most
  for (let step = 0; step < limit; step++) equals -= load<i32>(beam.spread + (<usize>step << 2))
  let kept = 0
  let at = beam.totals
  let key = beam.keys
  const highest = i32x4.splat(limit == SPREAD ? i32.MAX_VALUE : least + limit)
  for (let i = 0; i < beam.count; i++, key += KEY_BYTES) {
    for (let from = 0; from < beam.blocks * BLOCK; from += 4, at += 16) {
      if (!v128.any_true(i32x4.le_s(v128.load(at), highest))) continue
      const end = min(beam.width, from + 4)
      for (let value = from; value < end; value++) {
        const cost = load<i32>(at + (<usize>(value - from) << 2))
        const step = min(SPREAD, cost - least)
        if (step < limit || (step == limit && equals-- > 0)) write(beam, kept++, key, value, cost)
      }
    }
  }
  beam.count = kept
}
