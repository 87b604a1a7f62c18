import { measures } from './layout.ts'
import { leftOf, type Scene } from './scene.ts'

/** Bits at the top of the band. */
const MOST_BITS = 14

/** Bits from which a letter stands out: more than twice what chance takes. */
const STARTLING = 9

/** Letters that the mean looks back over. */
const MEAN_OVER = 12

/** Where so many bits stand in their band. */
export const heightOfBits = (layout: Scene['layout'], value: number): number =>
  layout.bits + measures.bits * (1 - Math.min(MOST_BITS, value) / MOST_BITS)

/** Draws the surprise of each letter as a bar, its mean as a line, and the lines of the language and of chance. */
export const drawBits = (scene: Scene): void => {
  const { context, layout, palette, log, first, last, moment, language, random } = scene
  const bottom = layout.bits + measures.bits
  const yOf = (value: number): number => heightOfBits(layout, value)
  context.fillStyle = palette.edge
  for (const level of [language, random]) {
    for (let x = layout.gutter; x < layout.width; x += 6) context.fillRect(x, Math.round(yOf(level)), 2, 1)
  }
  const recent: number[] = []
  context.lineWidth = 1.5
  context.strokeStyle = palette.ink
  const line = new Path2D()
  let isDrawn = false
  const end = Math.min(last, moment.read)
  for (let column = Math.max(0, first - 2 * MEAN_OVER); column < end; column++) {
    const surprise = log.columns.at(column)?.surprise ?? 0
    if (surprise > 0) recent.push(surprise)
    if (recent.length > MEAN_OVER) recent.shift()
    if (column < first) continue
    const x = leftOf(scene, column)
    if (surprise > 0) {
      context.fillStyle = surprise >= STARTLING ? palette.turn : palette.water
      const y = yOf(surprise)
      context.globalAlpha = surprise >= STARTLING ? 1 : 0.8
      context.fillRect(x + 3, y, layout.column - 6, Math.max(1, bottom - y))
    }
    if (recent.length === 0) continue
    const y = yOf(recent.reduce((sum, value) => sum + value, 0) / recent.length)
    if (isDrawn) line.lineTo(x + layout.column / 2, y)
    else line.moveTo(x + layout.column / 2, y)
    isDrawn = true
  }
  context.globalAlpha = 1
  context.stroke(line)
}
