import { contextBits, costIn, costOf, MOST_LETTERS, Search, SPACE, SYMBOL_BITS } from './search'
import { countOf, placeOf, placesOf, windowsOf } from './text'

/** The context at the beginning of a text: five spaces. */
const START: i32 = SPACE * (1 + (1 << 5) + (1 << 10) + (1 << 15) + (1 << 20))

/** A whole key, with the cost of every window of the text. */
@unmanaged
export class Key {
  /** Cost of the text, in units. */
  cost: i32
  /** Symbols that it has read, and the number of the latest. */
  length: i32
  context: i32
  /** Plaintext letter of each slot. */
  letters: usize
  /** Cost of the windows of each slot together, or -1 where it is to be worked out. */
  loads: usize
  /** The number that the letters of each window spell, and its cost. */
  numbers: usize
  paid: usize
}

@inline
function letterOf(key: Key, slot: i32): i32 {
  return <i32>load<u8>(key.letters + <usize>slot)
}

@inline
function numberOf(key: Key, window: i32): i32 {
  return load<i32>(key.numbers + (<usize>window << 2))
}

@inline
function paidFor(key: Key, window: i32): i32 {
  return <i32>load<u8>(key.paid + <usize>window)
}

@inline
function forgetLoads(key: Key): void {
  memory.fill(key.loads, 0xff, MOST_LETTERS << 2)
}

/** Whether the letters of two slots may be exchanged. */
@inline
export function mayExchange(search: Search, key: Key, a: i32, b: i32): bool {
  return (((search.fixed >> letterOf(key, a)) | (search.fixed >> letterOf(key, b))) & 1) == 0
}

export function take(search: Search, key: Key): void {
  key.length = 0
  key.cost = 0
  grow(search, key)
}

export function grow(search: Search, key: Key): void {
  const context = contextBits(search)
  for (let at = key.length; at < search.length; at++) {
    const before = (at == 0 ? START : numberOf(key, at - 1)) & context
    const slot = <i32>load<u8>(search.slots + <usize>at)
    const number = (before << SYMBOL_BITS) | (slot == SPACE ? SPACE : letterOf(key, slot))
    const paid = costOf(search, number)
    store<i32>(key.numbers + (<usize>at << 2), number)
    store<u8>(key.paid + <usize>at, paid)
    key.cost += paid
  }
  key.length = search.length
  forgetLoads(key)
  note(search, key)
}

/** Notes the number that the latest symbols spell. */
@inline
export function note(search: Search, key: Key): void {
  key.context = (key.length == 0 ? START : numberOf(key, key.length - 1)) & contextBits(search)
}

function loadOf(search: Search, key: Key, slot: i32): i32 {
  const place = key.loads + (<usize>slot << 2)
  const known = load<i32>(place)
  if (known >= 0) return known
  const list = windowsOf(search, slot)
  const count = countOf(search, slot)
  let sum = 0
  for (let i = 0; i < count; i++) sum += paidFor(key, <i32>load<u16>(list + (<usize>i << 1)))
  store<i32>(place, sum)
  return sum
}

/**
 * The cost that exchanging the letters of two slots would add, if it is `most` at the most; otherwise no more is worked
 * out than shows that, and more than `most` is given.
 */
export function difference(search: Search, key: Key, a: i32, b: i32, most: i32): i32 {
  return search.size == 1
    ? differenceBy(search, key, a, b, most, 1)
    : differenceBy(search, key, a, b, most, 2)
}

/** The same for one size of rows: a loop of its own for each, which asks nothing. */
@inline
function differenceBy(search: Search, key: Key, a: i32, b: i32, most: i32, size: i32): i32 {
  const step = letterOf(key, b) - letterOf(key, a)
  const rows = search.rows
  const pages = search.pages
  const costs = search.costs
  const numbers = key.numbers
  const ofA = placesOf(search, a)
  const ofB = placesOf(search, b)
  const before = loadOf(search, key, a) + loadOf(search, key, b)
  // From here on the room that is left, which each window takes some of.
  let room = most + before
  let list = windowsOf(search, a)
  let end = list + (<usize>countOf(search, a) << 1)
  for (; list < end; list += 2) {
    const at = <usize>load<u16>(list) << 2
    const number = load<i32>(numbers + at) + step * (load<i32>(ofA + at) - load<i32>(ofB + at))
    room -= costIn(rows, size, pages, costs, number)
    if (room < 0) return most + 1
  }
  list = windowsOf(search, b)
  end = list + (<usize>countOf(search, b) << 1)
  for (; list < end; list += 2) {
    const at = <usize>load<u16>(list) << 2
    if (load<i32>(ofA + at) != 0) {
      const paid = <i32>load<u8>(key.paid + (at >> 2))
      room -= paid
      continue
    }
    room -= costIn(rows, size, pages, costs, load<i32>(numbers + at) - step * load<i32>(ofB + at))
    if (room < 0) return most + 1
  }
  return most - room
}

@inline
function pay(search: Search, key: Key, at: i32, number: i32): void {
  const paid = costOf(search, number)
  store<i32>(key.numbers + (<usize>at << 2), number)
  key.cost += paid - paidFor(key, at)
  store<u8>(key.paid + <usize>at, paid)
}

/** Exchanges the letters of two slots. */
export function exchange(search: Search, key: Key, a: i32, b: i32): void {
  const step = letterOf(key, b) - letterOf(key, a)
  let list = windowsOf(search, a)
  let end = list + (<usize>countOf(search, a) << 1)
  for (; list < end; list += 2) {
    const at = <i32>load<u16>(list)
    pay(search, key, at, numberOf(key, at) + step * (placeOf(search, a, at) - placeOf(search, b, at)))
  }
  list = windowsOf(search, b)
  end = list + (<usize>countOf(search, b) << 1)
  for (; list < end; list += 2) {
    const at = <i32>load<u16>(list)
    if (placeOf(search, a, at) == 0) pay(search, key, at, numberOf(key, at) - step * placeOf(search, b, at))
  }
  const letter = letterOf(key, a)
  store<u8>(key.letters + <usize>a, letterOf(key, b))
  store<u8>(key.letters + <usize>b, letter)
  forgetLoads(key)
}
