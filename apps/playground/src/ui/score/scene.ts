import type { Moment } from '../state/moment.ts'
import type { ReadingLog } from '../state/reading-log.ts'
import type { Stretch } from '../state/stretches.ts'
import type { BeliefRows } from './belief-rows.ts'
import type { Layout } from './layout.ts'
import type { Palette } from './palette.ts'

/** All that the score is drawn from. */
export interface Scene {
  readonly context: CanvasRenderingContext2D
  readonly layout: Layout
  readonly palette: Palette
  readonly rows: BeliefRows
  readonly log: ReadingLog
  readonly moment: Moment
  readonly stretches: readonly Stretch[]
  readonly ciphertext: string
  /** Settled and waiting text of the moment. */
  readonly plaintext: string
  /** First column that can be seen, and the one after the last. */
  readonly first: number
  readonly last: number
  /** CSS pixels that the columns are scrolled by. */
  readonly scrolled: number
  readonly letter: number
  /** Name of the language that the text is read as. */
  readonly tongue: string
  /** Bits a letter of the language, and of chance. */
  readonly language: number
  readonly random: number
  readonly isHidden: boolean
  /** Whether the keys are known, so that no belief was told. */
  readonly isKnown: boolean
}

/** The left edge of a column on the canvas. */
export const leftOf = ({ layout, scrolled }: Scene, column: number): number =>
  layout.gutter + column * layout.column - scrolled
