/** Costs of the letters of English by how common they are, in tenths of a bit. */
const COSTS = [
  36, 61, 52, 46, 30, 55, 56, 40, 38, 94, 70, 46, 54, 39, 37, 57, 100, 41, 40, 35, 52, 67, 54, 94, 57, 104,
]

/** The mean cost of the letters of a text, in tenths of a bit: 42 in English, 55 by chance. Of no letters as by chance. */
export const letterCost = (text: string): number => {
  let [cost, letters] = [0, 0]
  for (const letter of text.toUpperCase()) {
    const place = letter.charCodeAt(0) - 0x41
    if (place < 0 || place >= COSTS.length) continue
    cost += COSTS[place]
    letters++
  }
  return letters === 0 ? CHANCE : cost / letters
}

const CHANCE = 55

/** Different characters, white space left aside. */
export const different = (text: string): number => new Set(text.replace(/\s/g, '')).size

export const lettersIn = (text: string): number => text.replace(/[^a-z]/gi, '').length

/** Each letter as the one so many places on, from Z to A. */
export const turned = (text: string, by: number): string =>
  text.replace(/[A-Z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 0x41 + by + 26) % 26) + 0x41),
  )
