import { grow as growKey, Key, take as takeKey } from './key'
import { push as pushSymbol, reset as resetText } from './text'
import { Search } from './search'

/*
 * Kernels of searches for keys, in whole numbers. Of a substitution: exchanges of two letters of a key, and Metropolis' rule
 * for them. Of a key that repeats: beams of partly filled keys, and spaces put into what whole ones read. Of a rotor machine: what
 * starts read. They give what the TypeScript in packages/decipher/src/belief gives, in substitution, columns and rotors, random
 * numbers included.
 */
export { begin, keep, pay, weighFar, weighNear } from './beam'
export { anneal, descend, stir } from './exchanges'
export { difference, exchange } from './key'
export { putSpacesIn } from './spaces'
export { readStarts } from './starts'

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
