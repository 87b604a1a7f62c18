/**
 * Adds h U to `sums`, for the columns `from` to `to` of U.
 *
 * @param h `[units]`, or a longer array that starts with it
 * @param recurrent U, `[units, width]` row after row
 * @param sums `[width]`
 */
export const addRecurrent = (
  h: ArrayLike<number>,
  units: number,
  recurrent: Float32Array,
  sums: Float64Array,
  from: number,
  to: number,
): void => {
  const width = recurrent.length / units
  for (let i = 0, row = 0; i < units; i++, row += width) {
    const hi = h[i]
    if (hi === 0) continue
    for (let j = from; j < to; j++) sums[j] += hi * recurrent[row + j]
  }
}
