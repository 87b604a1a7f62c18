/** Median, and half the distance between the quartiles as a part of it. */
export interface Rate {
  median: number
  spread: number
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
  return { median, spread: (at(0.75) - at(0.25)) / 2 / median }
}
