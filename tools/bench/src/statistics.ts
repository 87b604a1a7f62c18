/** Median, and half the distance between the quartiles as a part of it. */
export interface Rate {
  median: number
  spread: number
  /** The rates measured, round by round. */
  values: readonly number[]
}

/** Summarises the rates of several rounds. */
export const summarise = (values: readonly number[]): Rate => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number): number => {
    const place = part * (sorted.length - 1)
    const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return low + (high - low) * (place - Math.floor(place))
  }
  const median = at(0.5)
  return { median, spread: (at(0.75) - at(0.25)) / 2 / median, values }
}

/** Median of the ratios of each round: what slows a whole round down cancels out. */
export const ratioOf = (a: Rate | undefined, b: Rate | undefined): number =>
  a && b ? summarise(a.values.map((value, round) => value / b.values[round])).median : Number.NaN
