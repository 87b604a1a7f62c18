import { ALLOWANCES } from './allowances.ts'
import { COOLING } from './constants.ts'
import type { Annealing, Draws, ExchangedKey, Stirring } from './moved-key.ts'

/** Exchanges of letters that are drawn: of one that the text has shown with any other. */
interface Drawing extends Draws {
  readonly seen: number
  /** Letters of the alphabet. */
  readonly alphabet: number
  /** Units that an exchange may add at the lowest temperature, for each random number: see `createAllowances`. */
  readonly allowances: Uint8Array
}

/** Tries swaps at one temperature: one random number says which, and how far it may go. */
export const stir = (
  key: ExchangedKey,
  { swaps, coldness }: Pick<Stirring, 'swaps' | 'coldness'>,
  drawing: Drawing,
): void => {
  for (let i = 0; i < swaps; i++) {
    const drawn = draw(drawing)
    const allowance = drawing.allowances[drawn % ALLOWANCES]
    attempt(key, drawing.seen, drawn, Math.floor((16 * allowance + 15) / coldness))
  }
}

/** Anneals from a random key. */
export const anneal = (
  key: ExchangedKey,
  { letters, swaps }: Pick<Annealing, 'letters' | 'swaps'>,
  drawing: Drawing,
): void => {
  const { seen, allowances, random } = drawing
  for (let last = drawing.alphabet - 1; last > 0; last--) {
    const other = random.integer(last + 1)
    if (other !== last && key.mayExchange(last, other)) key.exchange(last, other)
  }
  const { steps, first, last } = COOLING
  for (let step = 0; step < steps; step++) {
    const coldness = ((first + ((last - first) * step) / (steps - 1)) * seen) / letters
    for (let i = 0; i < swaps / steps; i++) {
      const drawn = draw(drawing)
      attempt(key, seen, drawn, Math.floor(allowances[drawn % ALLOWANCES] / coldness))
    }
  }
  key.descend(seen)
}

const draw = ({ seen, alphabet, random }: Drawing): number =>
  random.integer(seen * (alphabet - 1) * ALLOWANCES)

/** Makes an exchange that was drawn, where it adds no more than it may. */
const attempt = (key: ExchangedKey, seen: number, drawn: number, most: number): void => {
  const pair = Math.floor(drawn / ALLOWANCES)
  const a = pair % seen
  const other = Math.floor(pair / seen)
  const b = other < a ? other : other + 1
  if (key.mayExchange(a, b) && key.difference(a, b, most) <= most) key.exchange(a, b)
}
