import { count } from '../words/numbers.ts'
import { isSecondHalf, signAt } from '../words/sign-at.ts'
import { fonts } from './fonts.ts'
import { measures } from './layout.ts'
import { leftOf, type Scene } from './scene.ts'

/** Draws the ruler, the ciphertext and what it is read as. */
export const drawLetters = (scene: Scene): void => {
  const { context, layout, palette, first, last, ciphertext, plaintext, moment, isHidden } = scene
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  context.font = fonts.small
  context.fillStyle = palette.muted
  for (let column = first; column < last; column++) {
    if (column === 0 || (column + 1) % 10 === 0) {
      context.fillText(count(column + 1), leftOf(scene, column) + 3, measures.ruler / 2 + 1)
    }
  }
  context.textAlign = 'center'
  const middle = layout.column / 2
  // One font after the other: to change it costs more than a letter.
  context.font = fonts.letter
  for (let column = first; column < last; column++) {
    const x = leftOf(scene, column) + middle
    context.fillText(visible(ciphertext, column), x, layout.cipher + measures.letters / 2)
  }
  const end = Math.min(last, plaintext.length)
  const settled = Math.min(end, moment.settled)
  const read = (column: number): void => {
    const letter = isHidden && plaintext[column].trim() ? '•' : visible(plaintext, column)
    context.fillText(letter, leftOf(scene, column) + middle, layout.reading + measures.letters / 2)
  }
  context.fillStyle = palette.wait
  for (let column = Math.max(first, settled); column < end; column++) {
    read(column)
    const [left, y] = [leftOf(scene, column), layout.reading + measures.letters - 2]
    for (let dot = 2; dot < layout.column - 2; dot += 4) context.fillRect(left + dot, y, 2, 2)
  }
  context.font = fonts.strongLetter
  context.fillStyle = palette.ink
  for (let column = first; column < settled; column++) read(column)
}

/** A line break shows as a space does, and a character of two units at the first of its places. */
const visible = (text: string, at: number): string => {
  const sign = isSecondHalf(text, at) ? undefined : signAt(text, at)
  return sign === undefined || sign < ' ' ? ' ' : sign
}
