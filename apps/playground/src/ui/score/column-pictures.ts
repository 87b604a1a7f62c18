import type { Column } from '../../engine/index.ts'
import { paintBelief } from './draw-belief.ts'
import { paintMemory } from './draw-memory.ts'
import { leftOf, type Scene } from './scene.ts'

/** All that a picture depends on besides its column. */
const keys = ['log', 'rows', 'layout', 'palette'] as const

/**
 * Pictures of columns: belief in each key and the net's memory, a hundred rectangles each. A column that has been read changes
 * no more, so that with each letter one is painted, and the others are copied.
 */
export class ColumnPictures {
  readonly #context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  #scene: Scene | undefined
  #ratio = 0
  /** The column whose picture stands at each place: column `n` at `n % places`. */
  #painted: (Column | undefined)[] = []

  /** Draws those that can be seen, on the ground that is there. */
  draw(scene: Scene): void {
    const { context, layout, log, first, last, moment } = scene
    const { a: ratio } = context.getTransform()
    const places = Math.ceil((layout.width - layout.gutter) / layout.column) + 2
    const { canvas } = this.#context
    if (ratio !== this.#ratio || keys.some((key) => scene[key] !== this.#scene?.[key])) {
      canvas.width = Math.ceil(places * layout.column * ratio)
      canvas.height = Math.ceil(layout.height * ratio)
      this.#context.setTransform(ratio, 0, 0, ratio, 0, 0)
      this.#painted = []
      this.#ratio = ratio
      this.#scene = scene
    }
    const end = Math.min(last, moment.read)
    for (let column = first; column < end; column++) {
      const found = log.columns.at(column) ?? log.columns.before(column, 8)
      if (this.#painted[column % places] !== found) this.#paint(scene, column % places, found)
    }
    context.save()
    // By the device's pixels: nothing is to be blurred.
    context.setTransform(1, 0, 0, 1, 0, 0)
    const edge = (place: number): number => Math.round(place * layout.column * ratio)
    for (let from = first; from < end; ) {
      const place = from % places
      const count = Math.min(end - from, places - place)
      const [x, width] = [edge(place), edge(place + count) - edge(place)]
      const left = Math.round(leftOf(scene, from) * ratio)
      context.drawImage(canvas, x, 0, width, canvas.height, left, 0, width, canvas.height)
      from += count
    }
    context.restore()
  }

  #paint(scene: Scene, place: number, found: Column | undefined): void {
    const context = this.#context
    const { column, height, hasMemory } = scene.layout
    const x = place * column
    this.#painted[place] = found
    context.clearRect(x, 0, column, height)
    if (!found) return
    paintBelief(scene, context, { x, found })
    if (hasMemory) paintMemory(scene, context, { x, found })
  }
}
