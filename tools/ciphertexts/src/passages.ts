import type { Random } from '@runnel/core'

/** Passages of a text, drawn at random. */
export interface Passages {
  readonly random: Random
  /** A passage with so many letters, signs and spaces among them; it begins with a word. */
  take(letters: number): string
  /** A word of 3 to 10 letters. */
  word(): string
}

/** Letters that a passage is looked for in, for each that it is to have. */
const ROOM = 4

/** Makes passages of a text, without line ends. */
export const createPassages = (text: string, random: Random): Passages => {
  const running = text.replace(/\s+/g, ' ')
  const take = (letters: number): string => {
    for (;;) {
      const from = running.indexOf(' ', random.integer(running.length)) + 1
      const passage = upTo(running.slice(from, from + ROOM * letters), letters)
      if (from > 0 && passage !== undefined) return passage
    }
  }
  return {
    random,
    take,
    word() {
      for (;;) {
        const word = take(12).match(/\b[a-z]{3,10}\b/)
        if (word) return word[0]
      }
    },
  }
}

/** A text up to its nth letter; nothing where it has fewer, or letters beyond a to z. */
const upTo = (text: string, letters: number): string | undefined => {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7e) return undefined
    if (/[a-z]/i.test(text[i]) && ++count === letters) return text.slice(0, i + 1)
  }
  return undefined
}

/** The letters of a text, in capitals. */
export const lettersOf = (text: string): string => text.replace(/[^a-z]/gi, '').toUpperCase()

/** One of some. */
export const oneOf = <T>(random: Random, some: readonly T[]): T => some[random.integer(some.length)]

/** The same in another order. */
export const shuffled = <T>(random: Random, some: readonly T[]): T[] => {
  const order = [...some]
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}
