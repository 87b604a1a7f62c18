import { parseArgs } from 'node:util'
import { createRandom, type Random } from '@runnel/core'
import { createSubstitution } from '@runnel/core/ciphers'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { createSubstitutionSearch } from '@runnel/decipher/substitution'
import { englishLetters } from '@runnel/models/english-letters'
import { englishWords } from '@runnel/models/english-words'
import { type Advance, countUp } from '../advance.ts'
import { openEnglishText } from '../english-text.ts'
import { openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { drawPuzzles } from './draw-puzzles.ts'
import { type PuzzleRead, readPuzzle } from './read-puzzle.ts'
import { aristocrats, type PuzzleText, patristocrats } from './texts.ts'

const SEED = 31

const kinds = [
  { name: 'aristocrat', texts: aristocrats, write: (text: string) => text },
  {
    name: 'patristocrat',
    texts: patristocrats,
    write: (text: string) =>
      text
        .toUpperCase()
        .replace(/[^A-Z]/g, '')
        .replace(/.{5}(?=.)/g, '$& '),
  },
]

/**
 * Twenty cryptograms as the American Cryptogram Association prints them, each under a key of its own.
 *
 * `--list` tells how each was read; `--drawn N` reads so many of a layout drawn from `--text moby-dick` in their place, which
 * constants are chosen on.
 */
export const cryptograms = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      list: { type: 'boolean', default: false },
      drawn: { type: 'string' },
      text: { type: 'string', default: 'moby-dick' },
    },
  })
  const random = createRandom(SEED)
  const source = openEnglishText(values.text)
  const textsOf = (texts: readonly PuzzleText[]): readonly PuzzleText[] =>
    values.drawn === undefined
      ? texts
      : drawPuzzles(source.read(), source.title, Number(values.drawn), random)
  const all = kinds.map(({ texts, ...kind }) => ({ ...kind, texts: textsOf(texts) }))
  const counts = { words: await loadCounts(englishWords), letters: await loadCounts(englishLetters) }
  const decipherer = createDecipherer({
    model: await openModel('english'),
    cipher: createSubstitutionSearch(counts),
  })
  const counter = countUp(advance, all.flatMap(({ texts }) => texts).length, 'puzzles')
  const rows: string[][] = []
  for (const { name, texts, write } of all) {
    for (const text of texts) {
      const read = readPuzzle(decipherer, encipher(write(text.text), random))
      rows.push(rowOf(name, text, read))
      if (values.list) console.error(read.text)
      counter(1)
    }
  }
  const right = rows.filter((row) => row.at(-1) === 'yes').length
  return {
    page: 'docs/substitution.md',
    title: 'Cryptograms',
    about:
      `${values.drawn === undefined ? 'Twenty texts of the public domain' : `Texts of ${source.title}`}, with spaces and in groups of five letters, each under a key of its own (seed ${SEED}), ` +
      `read at once: ${right} of ${rows.length} right but for letters of the ciphertext that occur once.`,
    columns: ['kind', 'text', 'letters', 'wrong', 'of them once', 'right'],
    rows,
  }
}

const encipher = (plaintext: string, random: Random) => {
  const cipher = createSubstitution()
  return { plaintext, ciphertext: cipher.encrypt(plaintext, cipher.generateKey(random)) }
}

const rowOf = (kind: string, { source }: PuzzleText, { letters, wrong, once }: PuzzleRead): string[] => [
  kind,
  source,
  `${letters}`,
  `${wrong}`,
  `${once}`,
  wrong === once ? 'yes' : 'no',
]
