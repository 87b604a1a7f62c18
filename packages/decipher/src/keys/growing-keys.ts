import type { Cipher } from '@runnel/core'
import type { ProgressiveKey } from '@runnel/core/ciphers'
import type { NamedKey } from './key-family.ts'

/** Keys of a periodic family whose values grow by a step from place to place: there are few, and each is tried. */
export interface GrowingKeys {
  /** Whether no other keys are sought. */
  readonly isAlone: boolean
  readonly count: number
  readonly periods: readonly number[]
  /** Those of a period, one after another, `[keys, period]`. */
  ofPeriod(period: number): Uint8Array
  /** The key by name, if it is one of them. */
  named(key: ArrayLike<number>): NamedKey | undefined
}

/** Places of a key at the least, unless no others are sought: two are any two values. */
const LEAST_PERIOD = 3

/** The keys of the progressive Caesar cipher, as keys of Vigenère: of any shift, and any step but none. */
export const createGrowingKeys = (
  { name, alphabet: { size } }: Cipher<ProgressiveKey>,
  isAlone: boolean,
): GrowingKeys => {
  const keys: number[][] = []
  for (let step = 1; step < size; step++) {
    const period = periodOf(step, size)
    if (period < LEAST_PERIOD && !isAlone) continue
    keys[period] ??= []
    for (let shift = 0; shift < size; shift++) {
      for (let place = 0; place < period; place++) keys[period].push((shift + step * place) % size)
    }
  }
  const byPeriod = keys.map((all) => Uint8Array.from(all))
  return {
    isAlone,
    count: byPeriod.reduce((count, { length }, period) => count + length / period, 0),
    periods: Object.keys(byPeriod).map(Number),
    ofPeriod: (period) => byPeriod[period] ?? new Uint8Array(0),
    named(key) {
      if (byPeriod[key.length] === undefined) return undefined
      const [shift, step] = [key[0], (key[1] + size - key[0]) % size]
      const isOne =
        periodOf(step, size) === key.length &&
        Array.from(key).every((value, place) => value === (shift + step * place) % size)
      return isOne ? { cipher: name, key: Object.freeze({ shift, step }) } : undefined
    },
  }
}

/** Places after which values come again that grow by a step. */
const periodOf = (step: number, size: number): number => {
  let period = 1
  while ((step * period) % size !== 0) period++
  return period
}
