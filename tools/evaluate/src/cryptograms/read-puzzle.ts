import type { Decipherer } from '@runnel/decipher'

/** One puzzle, read. */
export interface PuzzleRead {
  readonly letters: number
  /** Letters that are read wrong, and those of them whose ciphertext letter occurs but once. */
  readonly wrong: number
  readonly once: number
  readonly text: string
}

/** Has a decipherer read a whole puzzle. */
export const readPuzzle = (
  decipherer: Decipherer,
  { plaintext, ciphertext }: { plaintext: string; ciphertext: string },
): PuzzleRead => {
  const session = decipherer.createSession()
  const events = [...session.push(ciphertext), ...session.flush()]
  const text = events.map((event) => (event.type === 'final' ? event.text : '')).join('')
  const places = Array.from(plaintext, (unit, at) => ({ unit, at })).filter(({ unit }) => /[a-z]/i.test(unit))
  const wrong = places.filter(({ unit, at }) => text[at] !== unit)
  const counts = new Map<string, number>()
  for (const unit of ciphertext.toLowerCase()) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const once = wrong.filter(({ at }) => counts.get(ciphertext[at].toLowerCase()) === 1)
  return { letters: places.length, wrong: wrong.length, once: once.length, text }
}
