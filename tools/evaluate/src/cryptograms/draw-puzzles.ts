import type { Random } from '@runnel/core'
import type { PuzzleText } from './texts.ts'

/** Letters of a puzzle. */
const [LEAST, MOST] = [70, 130]

/** Draws passages that begin a sentence, end with a word, and hold a name: puzzles to choose constants on. */
export const drawPuzzles = (text: string, name: string, count: number, random: Random): PuzzleText[] => {
  const puzzles: PuzzleText[] = []
  while (puzzles.length < count) {
    const sentence = /[.!?]["')]*\s+(?=[A-Z])/g
    sentence.lastIndex = random.integer(text.length - 10 * MOST)
    const before = sentence.exec(text)
    if (before === null) continue
    const start = before.index + before[0].length
    const wanted = LEAST + random.integer(MOST - LEAST)
    let [end, letters] = [start, 0]
    while (letters < wanted || /[a-z]/i.test(text[end])) if (/[a-z]/i.test(text[end++])) letters++
    const passage = text.slice(start, end).replace(/\s+/g, ' ')
    if (letters > MOST || !/[a-z,;] [A-Z][a-z]{2,}/.test(passage)) continue
    puzzles.push({ source: `${name}, from ${start}`, text: passage })
  }
  return puzzles
}
