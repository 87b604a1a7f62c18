import type { PlannedArray } from './planned-array.ts'

/**
 * Plans weights that have a row for each output, gates in another order, in Keras order: `[inputs, gates * units]`.
 *
 * @param rows `[gates * units, inputs]`, or a bias `[gates * units]`
 * @param order for each Keras gate, its place in `rows`
 */
export const toKerasOrder = (rows: PlannedArray, order: readonly number[]): PlannedArray => {
  const [width, inputs = 1] = rows.shape
  const units = width / order.length
  return {
    shape: rows.shape.length === 1 ? [width] : [inputs, width],
    make() {
      const from = rows.make()
      const to = new Float32Array(from.length)
      for (let j = 0; j < width; j++) {
        const row = (order[Math.floor(j / units)] * units + (j % units)) * inputs
        for (let k = 0; k < inputs; k++) to[k * width + j] = from[row + k]
      }
      return to
    },
  }
}
