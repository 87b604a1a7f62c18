import type { BeliefRows } from './belief-rows.ts'

/** Heights of the rows of the score, and widths, in CSS pixels. */
export const measures = {
  column: 15,
  gutter: 84,
  narrowGutter: 70,
  ruler: 18,
  letters: 24,
  places: 18,
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
  /** Places of keys that begin anew; no row where no such key is read with. */
  readonly places: number
  readonly belief: number
  /** Tops of the rows of belief, one more than there are rows. */
  readonly rows: readonly number[]
  readonly bits: number
  readonly hasPlaces: boolean
  readonly hasBits: boolean
  readonly hasMemory: boolean
  /** Where no memory is told, the end. */
  readonly memory: number
}

/** Lays the bands out, one below another. */
export const layOut = (
  width: number,
  rows: BeliefRows,
  bands: { readonly places: boolean; readonly bits: boolean; readonly memory: boolean },
): Layout => {
  const { ruler, letters, gap } = measures
  const places = ruler + 2 * letters
  const belief = places + (bands.places ? measures.places : 0) + gap
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
  const memory = bits + (bands.bits ? measures.bits + gap : 0)
  return {
    column: measures.column,
    gutter: width < 700 ? measures.narrowGutter : measures.gutter,
    width,
    height: bands.memory ? memory + measures.memory + 2 : memory,
    cipher: ruler,
    reading: ruler + letters,
    places,
    belief,
    rows: tops,
    bits,
    hasPlaces: bands.places,
    hasBits: bands.bits,
    hasMemory: bands.memory,
    memory,
  }
}
