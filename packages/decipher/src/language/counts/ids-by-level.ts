/** Ids from the cheapest symbol on; of equals, the first. `levels` has the cost of each id from 1 on. */
export const idsByLevel = (levels: ArrayLike<number>): number[] =>
  Array.from(levels, (_, i) => i + 1).sort((a, b) => levels[a - 1] - levels[b - 1] || a - b)
