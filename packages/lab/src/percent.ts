/** A share of one in percent, to a tenth. */
export const percent = (share: number): string => (100 * share).toFixed(1)
