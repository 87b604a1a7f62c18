import { bits } from '../words/numbers.ts'
import { heightOfBits } from './draw-bits.ts'
import { fonts } from './fonts.ts'
import { measures } from './layout.ts'
import { leftOf, type Scene } from './scene.ts'

/** Draws where the key changed, and the letter that is looked at, through all rows. */
export const drawMarks = (scene: Scene): void => {
  const { context, layout, palette, stretches, letter, first, last, moment } = scene
  const bottom = layout.height - 2
  context.fillStyle = palette.turn
  for (const { start } of stretches.slice(1)) {
    if (start >= first && start < last) context.fillRect(leftOf(scene, start) - 1, 14, 2, bottom - 14)
  }
  if (letter < first || letter >= last || moment.read === 0) return
  const x = leftOf(scene, letter)
  context.fillStyle = palette.shade
  context.strokeStyle = palette.ink
  context.lineWidth = 1.5
  context.beginPath()
  context.roundRect(x, 15, layout.column, bottom - 15, 4)
  context.fill()
  context.stroke()
}

/** Draws the names of the rows over the left edge, which stays when the columns move. */
export const drawLabels = (scene: Scene): void => {
  const { context, layout, palette, rows, tongue, language, random } = scene
  context.fillStyle = palette.panel
  context.fillRect(0, 0, layout.gutter, layout.height)
  context.fillStyle = palette.muted
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const x = layout.gutter - 9
  // A name that is too long is drawn narrower.
  const write = (words: string, y: number): void => context.fillText(words, x, y, x - 2)
  context.font = fonts.label
  write('cipher', layout.cipher + measures.letters / 2)
  write('read as', layout.reading + measures.letters / 2)
  if (layout.hasBits) {
    write('surprise,', layout.bits + 12)
    write('in bits', layout.bits + 26)
  }
  if (layout.hasMemory) {
    write('net’s', layout.memory + measures.memory / 2 - 7)
    write('memory', layout.memory + measures.memory / 2 + 7)
  }
  if (layout.hasPlaces) write('key', layout.places + measures.places / 2)
  context.font = fonts.small
  if (layout.hasBits) {
    write(`chance ${bits(random)}`, heightOfBits(layout, random))
    write(`${tongue} ${bits(language)}`, heightOfBits(layout, language))
  }
  const keys = rows.rows.filter(({ isKey }) => isKey).length
  rows.rows.forEach(({ label, isKey }, row) => {
    const height = isKey ? measures.keyRow : measures.cipherRow
    if (isKey && row % 6 !== 0 && row !== keys - 1) return
    if (isKey && row !== keys - 1 && keys - 1 - row < 3) return
    write(label, layout.rows[row] + height / 2)
  })
}
