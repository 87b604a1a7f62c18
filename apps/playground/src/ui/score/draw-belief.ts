import type { Column } from '../../engine/index.ts'
import { shortKeyName } from '../words/key-name.ts'
import { fonts } from './fonts.ts'
import { leftOf, type Scene } from './scene.ts'
import { fillSnapped } from './snapped.ts'

/** Least belief that leaves a trace, as a power of ten. */
const LEAST = -6

/** A column, and where its left edge stands. */
export interface PaintedColumn {
  readonly x: number
  readonly found: Column
}

/** Belief of less that is missing is a remainder of rounding. */
const ROUNDING = 0.001

/** Draws the ground of the belief in each key. */
export const drawBeliefGround = ({ context, layout, palette, rows }: Scene): void => {
  const { rows: tops } = layout
  context.fillStyle = palette.sunk
  const right = layout.width
  const keys = rows.rows.filter(({ isKey }) => isKey).length
  for (const [from, to] of [
    [0, keys],
    [keys, rows.rows.length],
  ]) {
    if (to === from) continue
    const height = tops[to - 1] + heightOf({ layout, rows }, to - 1) - tops[from]
    context.fillRect(layout.gutter, tops[from], right - layout.gutter, height)
  }
}

/** Draws keys that are known over the whole of their stretches: nothing is weighed beside them. */
export const drawKnownKeys = (scene: Scene): void => {
  const { context, layout, palette, rows, stretches, moment } = scene
  context.fillStyle = palette.water
  for (const stretch of stretches) {
    const row = rows.rowOf(stretch)
    if (row < 0) continue
    const [x, end] = [stretch.start, stretch.end ?? moment.read].map((at) => leftOf(scene, at))
    const height = heightOf(scene, row) - (rows.rows[row].isKey ? 0 : 1)
    context.fillRect(x, layout.rows[row], end - x, height)
  }
}

/** Draws the lines between the rows of belief. */
export const drawBeliefLines = ({ context, layout, palette, rows }: Scene): void => {
  context.fillStyle = palette.line
  for (let row = 0; row < rows.rows.length; row++) {
    if (row > 0 && rows.rows[row].isKey) continue
    context.fillRect(layout.gutter, layout.rows[row] - 1, layout.width - layout.gutter, 1)
  }
}

/** Paints the belief in each key after one letter: the darker the likelier, from one in a million on. */
export const paintBelief = (scene: Scene, context: Scene['context'], { x, found }: PaintedColumn): void => {
  const { layout, palette, rows } = scene
  const sums = new Float64Array(rows.rows.length)
  const rowOfName = namedRows(scene)
  let known = 0
  for (let index = 0; index < found.rows.length; index++) {
    const row = rowOfName(found.rows[index])
    known += found.weights[index]
    if (row >= 0) sums[row] += found.weights[index]
  }
  sums[rows.none] = found.unknown
  // A search names its best key alone: the others are of the same cipher.
  const best = rowOfName(found.rows[0])
  const others = 1 - found.unknown - known
  if (best >= 0 && others > ROUNDING) sums[best] += others
  context.fillStyle = palette.water
  for (let row = 0; row < sums.length; row++) {
    const strength = (Math.log10(Math.max(1e-12, sums[row])) - LEAST) / -LEAST
    if (strength <= 0) continue
    context.globalAlpha = Math.min(1, strength)
    const height = heightOf(scene, row) - (rows.rows[row].isKey ? 0 : 1)
    fillSnapped(context, { x, y: layout.rows[row], width: layout.column, height })
  }
  context.globalAlpha = 1
}

/** Names the leading key where each stretch begins, beside its row. */
export const drawKeyTags = (scene: Scene): void => {
  const { context, layout, palette, rows, stretches, moment, first } = scene
  context.font = fonts.strongLabel
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  for (const stretch of stretches) {
    const row = rows.rowOf(stretch)
    const end = stretch.end ?? moment.read
    if (row < 0 || end <= first) continue
    const words = shortKeyName(stretch)
    const width = context.measureText(words).width + 14
    const y = layout.rows[row] + heightOf(scene, row) / 2
    const noticed = leftOf(scene, Math.min(Math.max(stretch.noticed + 1, stretch.start), moment.read)) + 8
    const latest = leftOf(scene, end) - width - 8
    const isOpen = stretch.end === undefined
    const wanted = isOpen && latest < noticed ? leftOf(scene, moment.read) + 8 : Math.min(noticed, latest)
    const x = Math.max(layout.gutter + 6, Math.min(wanted, layout.width - width - 6))
    context.fillStyle = palette.panel
    context.strokeStyle = palette.edge
    context.lineWidth = 1
    context.beginPath()
    context.roundRect(Math.round(x) + 0.5, Math.round(y - 10) + 0.5, Math.round(width), 20, 6)
    context.fill()
    context.stroke()
    context.fillStyle = palette.ink
    context.fillText(words, Math.round(x) + 7, y + 0.5)
  }
}

const heightOf = ({ layout, rows }: Pick<Scene, 'layout' | 'rows'>, row: number): number => {
  const isLastOfKeys = rows.rows[row].isKey && rows.rows[row + 1]?.isKey === false
  return layout.rows[row + 1] - layout.rows[row] - (isLastOfKeys ? 4 : 0)
}

const cache = new WeakMap<Scene['log'], { rows: Scene['rows']; found: number[] }>()

/** The row of each key that columns name by number, looked up once. */
const namedRows = ({ log, rows }: Scene): ((name: number) => number) => {
  let known = cache.get(log)
  if (known?.rows !== rows) {
    known = { rows, found: [] }
    cache.set(log, known)
  }
  const { found } = known
  return (name) => {
    if (found[name] === undefined && log.names[name]) found[name] = rows.rowOf(log.names[name])
    return found[name] ?? -1
  }
}
