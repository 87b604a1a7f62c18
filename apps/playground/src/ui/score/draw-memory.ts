import type { PaintedColumn } from './draw-belief.ts'
import { measures } from './layout.ts'
import type { Scene } from './scene.ts'
import { fillSnapped } from './snapped.ts'

/** Draws the ground of the net's memory. */
export const drawMemoryGround = ({ context, layout, palette }: Scene): void => {
  context.fillStyle = palette.sunk
  context.fillRect(layout.gutter, layout.memory, layout.width - layout.gutter, measures.memory)
}

/** Paints numbers of the net's memory after one letter: warm above zero, cold below. */
export const paintMemory = (
  { layout, palette }: Scene,
  context: Scene['context'],
  { x, found: { memory } }: PaintedColumn,
): void => {
  const height = measures.memory / memory.length
  for (let index = 0; index < memory.length; index++) {
    const value = memory[index] / 127
    context.fillStyle = value > 0 ? palette.warm : palette.cold
    context.globalAlpha = Math.min(1, Math.abs(value))
    fillSnapped(context, { x, y: layout.memory + index * height, width: layout.column, height })
  }
  context.globalAlpha = 1
}
