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
  const { context, layout, palette, rows } = scene
  context.fillStyle = palette.panel
  context.fillRect(0, 0, layout.gutter, layout.height)
  context.fillStyle = palette.muted
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const x = layout.gutter - 9
  context.font = fonts.label
  context.fillText('cipher', x, layout.cipher + measures.letters / 2)
  context.fillText('read as', x, layout.reading + measures.letters / 2)
  const lines = (words: readonly string[], middle: number): void => {
    words.forEach((word, index) => {
      context.fillText(word, x, middle + (index - (words.length - 1) / 2) * 14)
    })
  }
  lines(
    layout.gutter < 80 ? ['surprise', 'in bits'] : ['surprise,', 'bits a letter'],
    layout.bits + measures.bits / 2,
  )
  if (layout.hasMemory) lines(['net’s', 'memory'], layout.memory + measures.memory / 2)
  if (layout.hasPlaces) context.fillText('key', x, layout.places + measures.places / 2)
  context.font = fonts.small
  const keys = rows.rows.filter(({ isKey }) => isKey).length
  rows.rows.forEach(({ label, isKey }, row) => {
    const height = isKey ? measures.keyRow : measures.cipherRow
    if (isKey && row % 6 !== 0 && row !== keys - 1) return
    if (isKey && row !== keys - 1 && keys - 1 - row < 3) return
    context.fillText(label, x, layout.rows[row] + height / 2)
  })
}
