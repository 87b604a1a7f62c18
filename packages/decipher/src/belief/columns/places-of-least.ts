/** Costs that are told apart, from the smallest on. */
const SPREAD = 2048

/** The places of the smallest costs, at most so many, in their order; of equals the first. */
export const placesOfLeast = (costs: Int32Array, most: number): number[] => {
  let least = costs[0]
  for (let at = 1; at < costs.length; at++) if (costs[at] < least) least = costs[at]
  const counts = new Int32Array(SPREAD + 1)
  for (let at = 0; at < costs.length; at++) counts[Math.min(SPREAD, costs[at] - least)]++
  let [limit, below] = [0, 0]
  while (limit < SPREAD && below + counts[limit] < most) below += counts[limit++]
  let equals = most - below
  const kept: number[] = []
  for (let at = 0; at < costs.length; at++) {
    const step = Math.min(SPREAD, costs[at] - least)
    if (step < limit || (step === limit && equals-- > 0)) kept.push(at)
  }
  return kept
}
