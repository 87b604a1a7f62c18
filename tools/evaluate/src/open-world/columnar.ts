/**
 * Columnar transposition of the letters: written in rows, read column by column in the order given, the last row
 * not filled up. Signs that are no letters stay where they stand, and so does the case of each place.
 */
export const columnar = (plaintext: string, order: readonly number[]): string => {
  const letters = plaintext.replace(/[^a-z]/gi, '')
  let read = ''
  for (const column of order) {
    for (let at = column; at < letters.length; at += order.length) read += letters[at]
  }
  let at = 0
  return plaintext.replace(/[a-z]/gi, (place) => {
    const letter = read[at++]
    return place < 'a' ? letter.toUpperCase() : letter.toLowerCase()
  })
}
