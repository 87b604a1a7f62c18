/** The least multiple of a block of rows that holds `count`. */
export const padded = (count: number): number => Math.ceil(count / 32) * 32

/** A vector of `count` gates side by side, each padded. */
export const gateRows = (values: Float32Array, count: number, padding = 0): Float32Array => {
  const units = values.length / count
  const out = new Float32Array(count * padded(units)).fill(padding)
  for (let g = 0; g < count; g++) out.set(values.subarray(g * units, (g + 1) * units), g * padded(units))
  return out
}

/** Adds the recurrent bias of all gates but the last, n, which needs it apart: the others add it anyway. */
export const foldedBias = (
  values: Float32Array,
  recurrentBias: Float32Array | undefined,
  units: number,
): Float32Array => {
  const apart = values.length - units
  return values.map((value, j) => (j < apart ? value + (recurrentBias?.[j] ?? 0) : value))
}
