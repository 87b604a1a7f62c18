/** A share as a percentage with so many digits behind the point. */
export const percent = (share: number, digits = 2): string =>
  Number.isNaN(share) ? '' : `${(100 * share).toFixed(digits)} %`

/** A count with its thousands apart. */
export const number = (value: number): string => Math.round(value).toLocaleString('en')
