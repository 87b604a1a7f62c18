/** Signs of printable ASCII but for the apostrophe, which nets know, and the underscore, which is read as a space. */
export const SIGNS: string = Array.from({ length: 0x7f - 0x21 }, (_, i) => String.fromCharCode(0x21 + i))
  .filter((character) => !/[\w']/.test(character))
  .join('')

/** Shares of each of `SIGNS` among all of them, in thousandths: the mean of texts and of all alike. */
export const signShares = (texts: readonly string[]): number[] => {
  const shares = texts.map((text) => {
    const counts = Array.from(SIGNS, (sign) => text.split(sign).length - 1)
    const total = counts.reduce((sum, count) => sum + count, 0)
    return counts.map((count) => count / total)
  })
  return Array.from(SIGNS, (_, i) => {
    const sum = shares.reduce((sum, share) => sum + share[i], 1 / SIGNS.length)
    return Math.round((1000 * sum) / (texts.length + 1))
  })
}

/** Underscores for each space, in the mean of texts, in thousandths. */
export const underscores = (texts: readonly string[]): number => {
  const count = (text: string, character: string): number => text.split(character).length - 1
  const shares = texts.map((text) => count(text, '_') / count(text, ' '))
  return Math.round((1000 * shares.reduce((sum, share) => sum + share, 0)) / texts.length)
}
