/** Amounts taken from a count of 1, of 2, and of 3 or more. */
export type Discounts = readonly [one: number, two: number, more: number]

/** The values that KenLM falls back to where the counts are too few or too even to say. */
const FALLBACK: Discounts = [0.5, 1, 1.5]

/**
 * The discounts of modified Kneser-Ney smoothing, out of how many runs occur once, twice, three and four
 * times (Chen and Goodman 1999, equation 26). A discount that cannot be computed so, or would not lie above
 * 0 and below its count, has a fixed value in its place.
 */
export const discountsOf = (counts: Uint32Array): Discounts => {
  const occurring = [0, 0, 0, 0, 0]
  for (const count of counts) if (count < occurring.length) occurring[count]++
  const [, n1, n2, n3, n4] = occurring
  const y = n1 / (n1 + 2 * n2)
  const estimates = [1 - (2 * y * n2) / n1, 2 - (3 * y * n3) / n2, 3 - (4 * y * n4) / n3]
  const [one, two, more] = estimates.map((discount, i) =>
    discount > 0 && discount < i + 1 ? discount : FALLBACK[i],
  )
  return [one, two, more]
}
