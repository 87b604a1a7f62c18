import type { ColumnPictures } from './column-pictures.ts'
import { drawBeliefGround, drawBeliefLines, drawKeyTags, drawKnownKeys } from './draw-belief.ts'
import { drawBits } from './draw-bits.ts'
import { drawLetters } from './draw-letters.ts'
import { drawLabels, drawMarks } from './draw-marks.ts'
import { drawMemoryGround } from './draw-memory.ts'
import { drawPeriods } from './draw-periods.ts'
import type { Scene } from './scene.ts'

/** Draws the columns that can be seen, in order from ground to top. */
export const drawScore = (scene: Scene, pictures: ColumnPictures): void => {
  const { context, layout, palette } = scene
  context.fillStyle = palette.panel
  context.fillRect(0, 0, layout.width, layout.height)
  drawLetters(scene)
  if (layout.hasPlaces) drawPeriods(scene)
  drawBeliefGround(scene)
  if (layout.hasMemory) drawMemoryGround(scene)
  if (scene.isKnown) drawKnownKeys(scene)
  else pictures.draw(scene)
  drawBeliefLines(scene)
  if (layout.hasBits) drawBits(scene)
  drawMarks(scene)
  drawKeyTags(scene)
  drawLabels(scene)
}
