/** A text without spaces and whole keys of it, as packages/decipher/src/belief/columns/kernel-spaces.ts lays them out. Places are in bytes. */
@unmanaged
export class Spaces {
  /** Costs of the last of four symbols in text with spaces, `[vocabulary, vocabulary, vocabulary, vocabulary]`. */
  table: usize
  vocabulary: i32
  /** Token id of a space. */
  space: i32
  /** Token ids of each symbol by each value of its place, how many values there are, and places. */
  plain: usize
  values: i32
  places: usize
  symbols: i32
  /** Keys, `[count, period]`, and the cost of each. */
  keys: usize
  period: i32
  count: i32
  costs: usize
}

/** Cost of a way that is not possible. */
const NEVER: i32 = 1 << 24

@inline
function cost(place: usize): i32 {
  return <i32>load<u8>(place)
}

@inline
function least(one: i32, other: i32): i32 {
  return select(one, other, one < other)
}

/**
 * The cost of the text by a key: of the cheapest way to put spaces in, by letters since the latest space: one, two, more. A
 * space stands before the text.
 */
function costBy(spaces: Spaces, key: usize): i32 {
  const table = spaces.table
  const places = spaces.places
  const values = <usize>spaces.values
  const one = <usize>spaces.vocabulary
  const two = one * one
  const three = two * one
  const space = <usize>spaces.space
  const symbols = <usize>spaces.symbols
  let plain = spaces.plain
  let fresh = NEVER
  let young = NEVER
  let old = NEVER
  let a: usize = 0
  let b: usize = 0
  let c: usize = 0
  for (let at: usize = 0; at < symbols; at++, plain += values) {
    const d = <usize>load<u8>(plain + <usize>load<u8>(key + <usize>load<u8>(places + at)))
    if (at == 0) fresh = cost(table + space * one + d)
    else {
      const latest = table + c * one
      const afterFresh = latest + b * three + space * two
      const afterYoung = latest + space * three + b * two
      const afterOld = latest + a * three + b * two
      const soon = table + c * two + space * one + d
      const spacedLate =
        least(young + cost(afterYoung + space), old + cost(afterOld + space)) + cost(soon + b * three)
      const spacedSoon = fresh + cost(afterFresh + space) + cost(soon + space * three)
      old = least(young + cost(afterYoung + d), old + cost(afterOld + d))
      young = fresh + cost(afterFresh + d)
      fresh = least(spacedLate, spacedSoon)
    }
    a = b
    b = c
    c = d
  }
  return least(fresh, least(young, old))
}

/** Works out what the text costs by each key. */
export function putSpacesIn(spaces: Spaces): void {
  let key = spaces.keys
  for (let i = 0; i < spaces.count; i++, key += <usize>spaces.period) {
    store<i32>(spaces.costs + (<usize>i << 2), costBy(spaces, key))
  }
}
