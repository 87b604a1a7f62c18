import type { BeliefRows } from './belief-rows.ts'

/** Heights of the rows of the score, and widths, in CSS pixels. */
export const measures = {
  column: 15,
  gutter: 84,
  narrowGutter: 64,
  ruler: 18,
  letters: 24,
  gap: 9,
  keyRow: 6,
  cipherRow: 14,
  bits: 74,
  memory: 60,
} as const

/** Where each band of the score stands, in CSS pixels from the top of the canvas. */
export interface Layout {
  readonly column: number
  readonly gutter: number
  readonly width: number
  readonly height: number
  readonly cipher: number
  readonly reading: number
  readonly belief: number
  /** Tops of the rows of belief, one more than there are rows. */
  readonly rows: readonly number[]
  readonly bits: number
  readonly memory: number
}

/** Lays the bands out, one below another. */
export const layOut = (width: number, rows: BeliefRows): Layout => {
  const { ruler, letters, gap } = measures
  const belief = ruler + 2 * letters + gap
  const tops: number[] = []
  let top = belief
  let wasKey = true
  for (const { isKey } of rows.rows) {
    if (wasKey && !isKey && tops.length > 0) top += 4
    wasKey = isKey
    tops.push(top)
    top += isKey ? measures.keyRow : measures.cipherRow
  }
  tops.push(top)
  const bits = top + gap
  const memory = bits + measures.bits + gap
  return {
    column: measures.column,
    gutter: width < 700 ? measures.narrowGutter : measures.gutter,
    width,
    height: memory + measures.memory + 2,
    cipher: ruler,
    reading: ruler + letters,
    belief,
    rows: tops,
    bits,
    memory,
  }
}
