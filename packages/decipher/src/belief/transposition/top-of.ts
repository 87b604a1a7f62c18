/** The places of the `most` largest of the first `count` whole numbers, in order of place; of equals, the first. */
export const topOf = (values: Int32Array, count: number, most: number): Uint32Array => {
  const all = values.subarray(0, count)
  if (count <= most) return Uint32Array.from(all, (_, place) => place)
  let [low, high] = [all[0], all[0]]
  for (const value of all) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const counts = new Uint32Array(high - low + 1)
  for (const value of all) counts[value - low]++
  let limit = high
  let above = 0
  while (above + counts[limit - low] < most) {
    above += counts[limit - low]
    limit--
  }
  const top = new Uint32Array(most)
  let [size, equals] = [0, most - above]
  for (let place = 0; place < count; place++) {
    if (all[place] < limit) continue
    if (all[place] === limit && equals-- <= 0) continue
    top[size++] = place
  }
  return top
}
