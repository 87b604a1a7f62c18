/** Statistics of the letters of a text. */
export interface LetterStatistics {
  readonly letters: number
  /** Different letters, of 26. */
  readonly different: number
  /** Probability that two letters of the text are the same one; 0 for fewer than two. */
  readonly coincidence: number
  /** Letters that are the same as the one before. */
  readonly doubled: number
  /** Pairs of the same letter, where the text is read two by two. */
  readonly doubledPairs: number
  readonly hasJ: boolean
  /** Times that two pairs of the text are the same one: of all that follow one another, of the text read two by two. */
  readonly repeats: { readonly running: number; readonly paired: number; readonly turned: number }
  readonly pairs: number
}

/** Counts letters, 0 to 25 each, and their pairs. */
export const letterStatistics = (letters: Uint8Array): LetterStatistics => {
  const { length } = letters
  const counts = new Uint32Array(26)
  const running = new Uint32Array(676)
  const paired = new Uint32Array(676)
  let [doubled, doubledPairs] = [0, 0]
  for (let i = 0; i < length; i++) {
    counts[letters[i]]++
    if (i === 0) continue
    const pair = 26 * letters[i - 1] + letters[i]
    const isDoubled = letters[i - 1] === letters[i]
    running[pair]++
    if (isDoubled) doubled++
    if (i % 2 === 0) continue
    paired[pair]++
    if (isDoubled) doubledPairs++
  }
  return {
    letters: length,
    different: counts.filter((count) => count > 0).length,
    coincidence: length < 2 ? 0 : (2 * sameOf(counts)) / (length * (length - 1)),
    doubled,
    doubledPairs,
    hasJ: counts[9] > 0,
    repeats: { running: sameOf(running), paired: sameOf(paired), turned: turnedOf(paired) },
    pairs: length >> 1,
  }
}

/** Ways to choose two that are the same. */
const sameOf = (counts: Uint32Array): number =>
  counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)

/** Ways to choose two pairs of which one is the other the other way round. */
const turnedOf = (pairs: Uint32Array): number => {
  let sum = 0
  for (let a = 0; a < 26; a++) for (let b = 0; b < a; b++) sum += pairs[26 * a + b] * pairs[26 * b + a]
  return sum
}
