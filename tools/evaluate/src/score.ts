/** Agreement of a text with the right one. */
export interface Score {
  letters: number
  lettersRight: number
  /** True when case and everything that is no letter agree throughout. */
  restIdentical: boolean
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122

/** Compares two texts, unit by unit. */
export const score = (text: string, right: string): Score => {
  const result = { letters: 0, lettersRight: 0, restIdentical: text.length === right.length }
  for (let i = 0; i < right.length; i++) {
    const expected = right.charCodeAt(i)
    const received = text.charCodeAt(i)
    if (isLetter(expected)) {
      result.letters++
      if (received === expected) result.lettersRight++
      // Bit 5 tells upper from lower case.
      if (!isLetter(received) || (received & 32) !== (expected & 32)) result.restIdentical = false
    } else if (received !== expected) result.restIdentical = false
  }
  return result
}
