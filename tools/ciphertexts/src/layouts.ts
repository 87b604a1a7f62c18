import type { Random } from '@runnel/core'
import { lettersOf, oneOf } from './passages.ts'

/** Letters written without spaces, in small letters or capitals, or in groups of five. */
export const together = (random: Random, text: string): string => {
  const letters = lettersOf(text)
  const form = random.next()
  if (form < 0.35) return letters.toLowerCase()
  if (form < 0.7) return letters
  return inGroups(letters, 5)
}

/** A passage as it is, or its letters together, as often. */
export const anyLayout = (random: Random, text: string): string =>
  oneOf(random, [() => text, () => together(random, text)])()

/** Letters in groups of some. */
export const inGroups = (text: string, size: number): string =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(' ')
