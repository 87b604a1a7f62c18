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

/** The pairs of letters that are the most common in the first half of Moby-Dick. */
const PAIRS =
  'TH HE IN ER AN HA ES ST RE ND ED NG AT HI EN EA NT TO ON OU LE IS ET IT AL OR AR AS TE SE OF TI ME LL TA SA EE SO VE NE NO EL WH RO TT HO SH DE'

/** By how much less letters cost for each such pair. */
const PAIR = 30

/** The cost of all letters of a text that has nothing else, less by the common pairs of English in it. */
export const pairedCost = (text: string): number => {
  let cost = letterCost(text) * text.length
  for (let at = 1; at < text.length; at++) if (PAIRS.includes(text.slice(at - 1, at + 1))) cost -= PAIR
  return cost
}

/** Different characters, white space left aside. */
export const different = (text: string): number => new Set(text.replace(/\s/g, '')).size

export const lettersIn = (text: string): number => text.replace(/[^a-z]/gi, '').length

/** Each letter as the one so many places on, from Z to A. */
export const turned = (text: string, by: number): string =>
  text.replace(/[A-Z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 0x41 + by + 26) % 26) + 0x41),
  )
