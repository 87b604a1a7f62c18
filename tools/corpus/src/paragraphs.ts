/** Characters a paragraph may have; longer ones are cut after a sentence. */
const LONGEST = 1000

/** The paragraphs of a text, each on one line, in plain letters and marks; what is no prose is left out. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n[ \t]*\n/)
    .flatMap((paragraph) => sentencesUpTo(plain(paragraph), LONGEST))
    .filter(isProse)

/** Typographic marks as typewriters have them, letters without accents, one space between words. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/''|[“”„«»]/g, '"')
    .replace(/[—–―]/g, '--')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'Ae')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'Oe')
    // Emphasis as plain text shows it, and what a stenographer adds.
    .replace(/(^|[\s("'])[_*/]+(?=\w)|(?<=\w[.,;:?!]?)[_*/]+(?=$|[\s,.;:?!)"'])/g, '$1')
    .replace(/(?:--)?[([](?:applause|laughter|cheers)[^)\]]*[)\]](?:--)?/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const sentencesUpTo = (paragraph: string, longest: number): string[] => {
  if (paragraph.length <= longest) return [paragraph]
  const pieces: string[] = []
  let piece = ''
  for (const sentence of paragraph.split(/(?<=[.?!]["')]*) (?=["'(]*[A-Z])/)) {
    if (piece !== '' && piece.length + sentence.length >= longest) {
      pieces.push(piece)
      piece = ''
    }
    piece += piece === '' ? sentence : ` ${sentence}`
  }
  return [...pieces, piece]
}

/** Words without which English is hardly written: none of them in a sentence, and it is a list, or code. */
const COMMON =
  /\b(?:the|of|and|to|a|in|that|is|was|he|for|it|with|as|his|on|be|at|by|i|this|had|not|are|but|from|or|have|an|they|which|you|we|her|she|my|your|their|if|so|no|do|what|all|me|him|will|there|who)\b/gi

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Tells whether a line is running English: no heading, table, address, code, drawing or other language. */
export const isProse = (line: string): boolean => {
  const words = count(line, /[A-Za-z']+/g)
  if (words < 4 || !/[.?!:;,"')-]$/.test(line)) return false
  const marks = line.replace(/ /g, '').length
  const letters = count(line, /[A-Za-z]/g)
  return (
    letters >= 0.7 * marks &&
    count(line, /\d/g) <= 0.08 * marks &&
    count(line, /[A-Z]/g) <= 0.25 * letters &&
    count(line, /[{}<>=\\|@#$%^*_~+[\]]/g) <= 0.01 * marks &&
    (words < 8 || count(line, COMMON) >= 0.2 * words)
  )
}
