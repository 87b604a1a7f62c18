const COMMON = 'ETAOINSHR'

/** Share of the nine commonest letters of English among the letters of a text: 0.7 in English, 0.35 by chance. */
export const commonShare = (text: string): number => {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '')
  let common = 0
  for (const letter of letters) if (COMMON.includes(letter)) common++
  return letters.length === 0 ? 0 : common / letters.length
}

/** Different characters, white space left aside. */
export const different = (text: string): number => new Set(text.replace(/\s/g, '')).size

export const lettersIn = (text: string): number => text.replace(/[^a-z]/gi, '').length
