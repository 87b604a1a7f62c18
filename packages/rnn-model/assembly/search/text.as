import { MOST_LETTERS, MOST_SYMBOLS, SPACE, Search, SYMBOL_BITS } from './search'

/** Steps of the number of each window for one of a slot's letter. */
@inline
export function placesOf(search: Search, slot: i32): usize {
  return search.places + (<usize>(slot * MOST_SYMBOLS) << 2)
}

@inline
export function placeOf(search: Search, slot: i32, window: i32): i32 {
  return load<i32>(placesOf(search, slot) + (<usize>window << 2))
}

@inline
export function windowsOf(search: Search, slot: i32): usize {
  return search.windows + (<usize>(slot * MOST_SYMBOLS) << 1)
}

@inline
export function countOf(search: Search, slot: i32): i32 {
  return load<i32>(search.counts + (<usize>slot << 2))
}

export function reset(search: Search): void {
  search.length = 0
  memory.fill(search.counts, 0, MOST_LETTERS << 2)
  memory.fill(search.places, 0, (MOST_LETTERS * MOST_SYMBOLS) << 2)
}

export function push(search: Search, slot: i32): void {
  const at = search.length++
  store<u8>(search.slots + <usize>at, slot)
  for (let distance = 0; distance <= search.depth && distance <= at; distance++) {
    const held = <i32>load<u8>(search.slots + <usize>(at - distance))
    if (held == SPACE) continue
    const place = search.places + (<usize>(held * MOST_SYMBOLS + at) << 2)
    if (load<i32>(place) == 0) {
      const count = countOf(search, held)
      store<u16>(windowsOf(search, held) + (<usize>count << 1), at)
      store<i32>(search.counts + (<usize>held << 2), count + 1)
    }
    store<i32>(place, load<i32>(place) + (1 << (SYMBOL_BITS * distance)))
  }
}
