import type { Column } from '../../engine/index.ts'
import type { Stretch } from '../state/stretches.ts'
import { keyName } from './key-name.ts'
import { count, percent } from './numbers.ts'
import { signAt } from './sign-at.ts'

/** The picture of the score in a sentence. */
export const scoreWords = (stretches: readonly Stretch[], read: number): string => {
  if (read === 0) return 'Score: nothing has been read yet.'
  if (stretches.length === 0) return `Score of ${count(read)} letters: no key leads yet.`
  const led = stretches.map(
    (stretch) =>
      `${keyName(stretch)} from letter ${count(stretch.start + 1)} to ${count(stretch.end ?? read)}`,
  )
  return `Score of ${count(read)} letters. Leading keys: ${led.join('; ')}.`
}

/** A letter of the score, in words. */
export const letterWords = ({
  letter,
  ciphertext,
  plaintext,
  isWaiting,
  column,
}: {
  letter: number
  ciphertext: string
  plaintext: string
  isWaiting: boolean
  column: Column | undefined
}): string => {
  if (letter < 0) return 'no letter yet'
  const parts = [`letter ${count(letter + 1)}`, spoken(signAt(ciphertext, letter))]
  if (plaintext[letter]) parts.push(`read as ${spoken(signAt(plaintext, letter))}`)
  const sure = column && probabilityRead(column, plaintext[letter])
  if (sure) parts.push(percent(sure).replace('%', 'percent').replace('<', 'below').replaceAll('\u00a0', ' '))
  if (isWaiting) parts.push('waiting')
  return parts.join(', ')
}

/** Belief in a reading of the letter, all keys that read it so taken together. */
export const probabilityRead = (column: Column, reading: string | undefined): number => {
  if (!reading) return 0
  const wanted = reading.toLowerCase()
  let sum = 0
  for (let index = 0; index < column.rows.length; index++) {
    if (column.reads[index]?.toLowerCase() === wanted) sum += column.weights[index]
  }
  return Math.min(1, sum)
}

/** A letter as it is said: a space and a line break have no sound of their own. */
export const spoken = (letter: string | undefined): string =>
  letter === undefined ? '' : letter === ' ' ? 'space' : letter === '\n' ? 'line break' : letter
