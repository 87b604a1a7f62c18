import { keyPeriod, placesIn } from '../state/key-period.ts'
import { fonts } from './fonts.ts'
import { measures } from './layout.ts'
import { leftOf, type Scene } from './scene.ts'

/** Draws the places of keys that begin anew: each period a stretch of its own, every other one on a darker ground. */
export const drawPeriods = (scene: Scene): void => {
  const { context, layout, palette, stretches, ciphertext, moment, first, last } = scene
  context.font = fonts.small
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const stretch of stretches) {
    const end = Math.min(stretch.end ?? moment.read, moment.read)
    const period = end > first && stretch.start < last ? keyPeriod(stretch) : undefined
    if (!period) continue
    const to = Math.min(end, last)
    const places = placesIn(ciphertext.slice(stretch.start, to), period)
    const { length } = period.places
    let count = 0
    for (let column = Math.max(first, stretch.start); column < to; column++) {
      const taken = places[column - stretch.start]
      const x = leftOf(scene, column)
      if (taken >= 0) count = taken
      if (Math.floor(count / length) % 2 === 0) {
        context.fillStyle = palette.sunk
        context.fillRect(x, layout.places, layout.column, measures.places)
      }
      if (taken >= 0 && taken % length === 0) {
        context.fillStyle = palette.edge
        context.fillRect(x, layout.places, 1, measures.places)
      }
      if (taken < 0) continue
      context.fillStyle = palette.muted
      context.fillText(
        period.places[taken % length],
        x + layout.column / 2,
        layout.places + measures.places / 2,
      )
    }
  }
}
