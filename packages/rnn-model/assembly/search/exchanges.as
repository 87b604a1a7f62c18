import { difference, exchange, Key, mayExchange, note } from './key'
import { ALLOWANCES, integer, Search } from './search'

/** Draws an exchange of one of the slots that the text has shown with any other, and which allowance it has. */
@inline
function draw(search: Search, seen: i32): i32 {
  return integer(search, <f64>(seen * (search.letters - 1) * ALLOWANCES))
}

/** Makes an exchange that was drawn, where it adds no more than it may. */
@inline
function attempt(search: Search, key: Key, seen: i32, drawn: i32, most: i32): void {
  const pair = drawn / ALLOWANCES
  const a = pair % seen
  const other = pair / seen
  const b = other < a ? other : other + 1
  if (mayExchange(search, key, a, b) && difference(search, key, a, b, most) <= most) exchange(search, key, a, b)
}

/** Tries swaps at one temperature, by its inverse in sixteenths. */
export function stir(search: Search, key: Key, seen: i32, swaps: i32, coldness: i32): void {
  for (let i = 0; i < swaps; i++) {
    const drawn = draw(search, seen)
    const allowance = <i32>load<u8>(search.allowances + <usize>(drawn % ALLOWANCES))
    attempt(search, key, seen, drawn, (16 * allowance + 15) / coldness)
  }
  note(search, key)
}

/** Exchanges letters as long as that makes the text cheaper: the best exchange of each slot at a time. */
export function descend(search: Search, key: Key, seen: i32): void {
  const letters = search.letters
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (let a = 0; a < seen; a++) {
      let best = 0
      let other = -1
      for (let b = a + 1; b < letters; b++) {
        const added = mayExchange(search, key, a, b) ? difference(search, key, a, b, best - 1) : 0
        if (added >= best) continue
        best = added
        other = b
      }
      if (other == -1) continue
      exchange(search, key, a, other)
      isBetter = true
    }
  }
  note(search, key)
}

/** Anneals from a random key: `steps` temperatures, of inverse ones from `first` to `last`, with so many swaps each. */
export function anneal(
  search: Search,
  key: Key,
  seen: i32,
  letters: i32,
  swaps: i32,
  steps: i32,
  first: f64,
  last: f64,
): void {
  for (let slot = search.letters - 1; slot > 0; slot--) {
    const other = integer(search, <f64>(slot + 1))
    if (other != slot && mayExchange(search, key, slot, other)) exchange(search, key, slot, other)
  }
  for (let step = 0; step < steps; step++) {
    const coldness = ((first + ((last - first) * <f64>step) / <f64>(steps - 1)) * <f64>seen) / <f64>letters
    for (let i = 0; i < swaps; i++) {
      const drawn = draw(search, seen)
      const allowance = <f64>load<u8>(search.allowances + <usize>(drawn % ALLOWANCES))
      attempt(search, key, seen, drawn, <i32>Math.floor(allowance / coldness))
    }
  }
  descend(search, key, seen)
}
