/** Colours of a film besides the transparent one. */
const MOST = 255

/** Bits of each colour that tell it from others. */
const KEPT = 0xf8

/** The colours that pictures are drawn with, and the number of each: 0 is transparent. */
export interface Palette {
  /** Red, green and blue of each, the transparent one first. */
  readonly colours: Uint8Array
  numberOf(pixel: number): number
}

/** Chooses the commonest colours; all others become the nearest of them. */
export const choosePalette = (pictures: readonly Uint32Array[]): Palette => {
  const counts = new Map<number, number>()
  for (const picture of pictures) {
    for (const pixel of picture) counts.set(rough(pixel), (counts.get(rough(pixel)) ?? 0) + 1)
  }
  const exact = new Map<number, number>()
  for (const picture of pictures) for (const pixel of picture) exact.set(rough(pixel), pixel)
  const chosen = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([colour]) => exact.get(colour) as number)
  const colours = new Uint8Array(3 * (chosen.length + 1))
  chosen.forEach((pixel, index) => {
    colours.set([pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255], 3 * (index + 1))
  })
  const known = new Map<number, number>()
  return {
    colours,
    numberOf(pixel) {
      const colour = rough(pixel)
      const number = known.get(colour) ?? 1 + nearest(chosen, pixel)
      known.set(colour, number)
      return number
    },
  }
}

const rough = (pixel: number): number => pixel & (KEPT | (KEPT << 8) | (KEPT << 16))

const nearest = (colours: readonly number[], pixel: number): number => {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  colours.forEach((colour, index) => {
    let distance = 0
    for (const shift of [0, 8, 16]) distance += (((colour >> shift) & 255) - ((pixel >> shift) & 255)) ** 2
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}
