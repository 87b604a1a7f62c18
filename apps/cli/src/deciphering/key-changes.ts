import type { DecipherEvent, KeyEvent } from '@runnel/decipher'
import { numberInWords } from '../number-in-words.ts'
import { keyInWords } from './belief-in-words.ts'

/** Changes that are told one by one; of more only the number is. */
const MOST = 5

/** Takes note of changes of key: a key that was sure, and another that is sure after it. */
export class KeyChanges {
  /** Probability from which on a key is sure. */
  readonly #enough: number
  readonly #lines: string[] = []
  #count = 0
  #latest: KeyEvent | undefined

  constructor(enough: number) {
    this.#enough = enough
  }

  note(events: readonly DecipherEvent[]): void {
    for (const event of events)
      if (event.type === 'key' && event.probability >= this.#enough) this.#next(event)
  }

  /** The changes, a line each. */
  inWords(): string[] {
    const more = this.#count - this.#lines.length
    return more > 0 ? [...this.#lines, `and the key changed ${more} more times`] : this.#lines
  }

  #next(event: KeyEvent): void {
    const latest = this.#latest
    const [before, after] = [latest, event].map((key) => key && keyInWords(key))
    this.#latest = event
    if (latest && isCompleted(latest, event)) return
    // A key that is found after all is no change, one that is lost is.
    if (before === undefined || before.endsWith('unknown') || before === after) return
    this.#count++
    if (this.#count > MOST) return
    const place = numberInWords(event.start + 1)
    this.#lines.push(`the key changed on the way: from ${before} to ${after}, found at character ${place}`)
  }
}

/** Whether one alphabet of a substitution becomes another by letters that are found or put right; a new key shares one in 26. */
const isCompleted = (before: KeyEvent, after: KeyEvent): boolean => {
  if (before.cipher !== 'substitution' || after.cipher !== 'substitution') return false
  const [one, other] = [before.key.alphabet, after.key.alphabet]
  const known = [...one].filter((letter, place) => letter !== '.' && other[place] !== '.')
  return (
    2 * [...one].filter((letter, place) => letter !== '.' && letter === other[place]).length > known.length
  )
}
