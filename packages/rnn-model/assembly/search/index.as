import { grow as growKey, Key, take as takeKey } from './key'
import { push as pushSymbol, reset as resetText } from './text'
import { Search } from './search'

/*
 * Kernels of the search for a substitution, in whole numbers: exchanges of two letters of a key, and Metropolis' rule for
 * them. They give what the TypeScript in packages/decipher/src/belief/substitution gives, random numbers included.
 */
export { anneal, descend, stir } from './exchanges'
export { difference, exchange } from './key'

/** Forgets the text. */
export function reset(search: Search): void {
  resetText(search)
}

/** Takes a symbol into the text: a slot, or a space. */
export function push(search: Search, slot: i32): void {
  pushSymbol(search, slot)
}

/** Works the costs of a key out, whose letters have been written. */
export function take(search: Search, key: Key): void {
  takeKey(search, key)
}

/** Has a key read what the text has grown by. */
export function grow(search: Search, key: Key): void {
  growKey(search, key)
}

/** First byte that JavaScript may use. */
export function base(): usize {
  return __heap_base
}
