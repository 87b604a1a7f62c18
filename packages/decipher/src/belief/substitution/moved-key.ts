import type { Random } from '@runnel/core'

/** Random numbers of a search: each stretch of moves leaves others to come. */
export interface Draws {
  random: Random
}

/** An annealing: the letters of the text, how many of them are different, and how many exchanges are tried. */
export interface Annealing {
  readonly seen: number
  readonly letters: number
  readonly swaps: number
}

/** Exchanges that are tried at one temperature: its inverse, in sixteenths. */
export interface Stirring {
  readonly seen: number
  readonly swaps: number
  readonly coldness: number
}

/**
 * A whole key of a text, and the moves that change it: in kernels (`KernelKey`), or in TypeScript (`Replica`), with the same
 * results.
 */
export interface MovedKey {
  /** Plaintext letter of each slot; those that the text has not shown yet hold the letters that are left. */
  readonly key: Uint8Array
  /** Cost of the text, in units. */
  readonly cost: number
  /** The number that the latest symbols spell. */
  readonly context: number
  /** Takes the key over, and works its costs out. */
  take(key: Uint8Array): void
  /** Has a slot that is new hold a letter that it may be read as: one that no slot of the text holds is put there. */
  admit(slot: number): void
  /** Reads what the text has grown by. */
  grow(): void
  /** Exchanges letters as long as that makes the text cheaper: the best exchange of each slot at a time. */
  descend(seen: number): void
  /** Tries exchanges of a letter that the text has shown with any other, by Metropolis' rule. */
  stir(stirring: Stirring, draws: Draws): void
  /**
   * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) from a random key: it knows nothing of the keys that were
   * found before, and so finds what they all have missed.
   */
  anneal(annealing: Annealing, draws: Draws): void
}

/** A whole key whose letters are exchanged in TypeScript. */
export interface ExchangedKey {
  /** Whether the letters of two slots may be exchanged. */
  mayExchange(a: number, b: number): boolean
  /**
   * The cost that exchanging them would add, if it is `most` at the most; otherwise no more is worked out than shows that, and
   * more than `most` is given.
   */
  difference(a: number, b: number, most: number): number
  exchange(a: number, b: number): void
  descend(seen: number): void
}

/** Has a slot that is new hold a letter of a mask, in a key whose later slots the text has not shown. */
export const admitTo = (key: Uint8Array, slot: number, allowed: number): void => {
  let from = slot
  while (((allowed >> key[from]) & 1) === 0) from++
  const letter = key[slot]
  key[slot] = key[from]
  key[from] = letter
}
