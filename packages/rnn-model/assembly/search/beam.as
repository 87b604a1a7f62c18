import { keepLeast } from './least'

/** Values of a block, and bytes that a key takes. */
export const BLOCK: i32 = 16
export const KEY_BYTES: usize = 40

/** Partly filled keys, as packages/decipher/src/belief/columns/kernel-beam.ts lays them out. Places are in bytes. */
@unmanaged
export class Beam {
  /** Costs of the last of four symbols, with 32 bytes behind them, and token ids of each symbol by each value. */
  table: usize
  plain: usize
  /** Keys, `[count, KEY_BYTES]`, the cost of each, and the same of those that are kept. */
  keys: usize
  costs: usize
  nextKeys: usize
  nextCosts: usize
  count: i32
  /** Places of each that are filled. */
  filled: i32
  /** Values that are tried at the next, in bytes, their own costs, how many, and in how many blocks. */
  tried: usize
  own: usize
  width: i32
  blocks: i32
  /** Costs by each of these values, `[count, blocks, BLOCK]`: of the symbols, in 16 bits, and all. */
  sums: usize
  totals: usize
  /** Keys of each cost above the least. */
  spread: usize
  /** Steps in the table by each of these values, and the same as bytes where they lie near. */
  steps: usize
  near: usize
  longer: usize
  shorter: usize
}

@inline
function letterBy(plain: usize, key: usize, spot: usize, letter: usize): i32 {
  const at = spot + 4 + 12 * letter
  const value = <usize>load<u8>(key + <usize>load<i32>(at, 4))
  return <i32>load<u8>(plain + <usize>load<i32>(at) + value) * load<i32>(at, 8)
}

/** The place in the table by a key: three letters at the most depend on it. */
@inline
function find(plain: usize, key: usize, spot: usize): i32 {
  return (
    load<i32>(spot) + letterBy(plain, key, spot, 0) + letterBy(plain, key, spot, 1) + letterBy(plain, key, spot, 2)
  )
}

/** Begins to fill the next place. */
export function begin(beam: Beam): void {
  beam.blocks = (beam.width + BLOCK - 1) / BLOCK
  memory.fill(beam.sums, 0, (<usize>(beam.count * beam.blocks * BLOCK)) << 1)
}

/** Takes what a symbol has cost from each key. */
export function pay(beam: Beam): void {
  const end = beam.keys + <usize>beam.count * KEY_BYTES
  let cost = beam.costs
  for (let key = beam.keys; key < end; key += KEY_BYTES, cost += 4) {
    const spot = find(beam.plain, key, beam.shorter)
    store<i32>(cost, load<i32>(cost) - <i32>load<u8>(beam.table + <usize>spot))
  }
}

@inline
function add(sums: usize, costs: v128): void {
  v128.store(sums, i16x8.add(v128.load(sums), i16x8.extend_low_i8x16_u(costs)))
  v128.store(sums, i16x8.add(v128.load(sums, 16), i16x8.extend_high_i8x16_u(costs)), 16)
}

/** Adds the cost of a symbol by each value, for each key, where all of them lie within 32 bytes. */
export function weighNear(beam: Beam): void {
  const end = beam.keys + <usize>beam.count * KEY_BYTES
  let sums = beam.sums
  for (let key = beam.keys; key < end; key += KEY_BYTES) {
    const from = beam.table + <usize>find(beam.plain, key, beam.longer)
    const low = v128.load(from)
    const high = v128.load(from, 16)
    for (let block = 0; block < beam.blocks; block++, sums += 2 * BLOCK) {
      const steps = v128.load(beam.near + <usize>(block * BLOCK))
      const above = i8x16.sub(steps, i8x16.splat(16))
      add(sums, v128.or(i8x16.swizzle(low, steps), i8x16.swizzle(high, above)))
    }
  }
}

/** The same wherever they lie. */
export function weighFar(beam: Beam): void {
  const end = beam.keys + <usize>beam.count * KEY_BYTES
  let sums = beam.sums
  for (let key = beam.keys; key < end; key += KEY_BYTES) {
    const from = beam.table + <usize>find(beam.plain, key, beam.longer)
    let steps = beam.steps
    for (let block = 0; block < beam.blocks; block++, sums += 2 * BLOCK, steps += 4 * BLOCK) {
      let costs = i8x16.splat(0)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 0), costs, 0)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 4), costs, 1)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 8), costs, 2)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 12), costs, 3)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 16), costs, 4)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 20), costs, 5)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 24), costs, 6)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 28), costs, 7)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 32), costs, 8)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 36), costs, 9)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 40), costs, 10)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 44), costs, 11)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 48), costs, 12)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 52), costs, 13)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 56), costs, 14)
      costs = v128.load_lane<u8>(from + load<u32>(steps, 60), costs, 15)
      add(sums, costs)
    }
  }
}

@inline
function addFour(totals: usize, own: usize, before: v128, sums: v128): v128 {
  const all = i32x4.add(i32x4.add(v128.load(own), before), sums)
  v128.store(totals, all)
  return all
}

/** Puts the costs of each key by each value together. @returns the least */
function total(beam: Beam): i32 {
  let sums = beam.sums
  let totals = beam.totals
  let least = i32x4.splat(i32.MAX_VALUE)
  for (let i = 0; i < beam.count; i++) {
    const before = i32x4.splat(load<i32>(beam.costs + (<usize>i << 2)))
    let own = beam.own
    for (let block = 0; block < 2 * beam.blocks; block++, sums += 16, totals += 32, own += 32) {
      const eight = v128.load(sums)
      least = i32x4.min_s(least, addFour(totals, own, before, i32x4.extend_low_i16x8_u(eight)))
      least = i32x4.min_s(least, addFour(totals + 16, own + 16, before, i32x4.extend_high_i16x8_u(eight)))
    }
  }
  least = i32x4.min_s(least, v128.shuffle<i32>(least, least, 2, 3, 0, 1))
  least = i32x4.min_s(least, v128.shuffle<i32>(least, least, 1, 0, 3, 2))
  return i32x4.extract_lane(least, 0)
}

/** Fills the place, and keeps the keys that cost least, so many at the most, in their order; of equals the first. */
export function keep(beam: Beam, most: i32): void {
  keepLeast(beam, total(beam), most)
  const keys = beam.keys
  const costs = beam.costs
  beam.keys = beam.nextKeys
  beam.costs = beam.nextCosts
  beam.nextKeys = keys
  beam.nextCosts = costs
  beam.filled++
}
