import { measures } from './layout.ts'
import { leftOf, type Scene } from './scene.ts'
import { fillSnapped } from './snapped.ts'

/** Draws numbers of the net's memory after each letter: warm above zero, cold below. */
export const drawMemory = (scene: Scene): void => {
  const { context, layout, palette, log, first, last, moment } = scene
  context.fillStyle = palette.sunk
  context.fillRect(layout.gutter, layout.memory, layout.width - layout.gutter, measures.memory)
  for (let column = first; column < Math.min(last, moment.read); column++) {
    const memory = (log.columns.at(column) ?? log.columns.before(column, 8))?.memory
    if (!memory || memory.length === 0) continue
    const x = leftOf(scene, column)
    const height = measures.memory / memory.length
    for (let index = 0; index < memory.length; index++) {
      const value = memory[index] / 127
      context.fillStyle = value > 0 ? palette.warm : palette.cold
      context.globalAlpha = Math.min(1, Math.abs(value))
      fillSnapped(context, { x, y: layout.memory + index * height, width: layout.column, height })
    }
  }
  context.globalAlpha = 1
}
