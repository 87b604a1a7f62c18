import { parseArgs } from 'node:util'
import { createRandom, type Random } from '@runnel/core'
import { createSubstitution } from '@runnel/core/ciphers'
import { createDecipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { openEnglishText } from '../english-text.ts'
import { openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { openSearch } from '../substitution/open-search.ts'
import { choosingAristocrats, choosingPatristocrats } from './choosing-texts.ts'
import { drawPuzzles } from './draw-puzzles.ts'
import { type PuzzleRead, readPuzzle } from './read-puzzle.ts'
import { aristocrats, type PuzzleText, patristocrats } from './texts.ts'

const SEED = 31

const kinds = [
  {
    name: 'aristocrat',
    texts: aristocrats,
    choosing: choosingAristocrats,
    write: (text: string) => text,
  },
  {
    name: 'patristocrat',
    texts: patristocrats,
    choosing: choosingPatristocrats,
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
 * By the larger counts and a list of words, as the command line has it; `--small` as the service does. `--list`
 * tells how each was read. `--choosing` reads forty others in their place, which constants are chosen on, and `--drawn N` so
 * many of a layout drawn from `--text moby-dick`; `--seed N` has other keys.
 */
export const cryptograms = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      list: { type: 'boolean', default: false },
      drawn: { type: 'string' },
      choosing: { type: 'boolean', default: false },
      small: { type: 'boolean', default: false },
      seed: { type: 'string', default: `${SEED}` },
      text: { type: 'string', default: 'moby-dick' },
    },
  })
  const random = createRandom(Number(values.seed))
  const source = openEnglishText(values.text)
  const textsOf = ({ texts, choosing }: (typeof kinds)[number]): readonly PuzzleText[] => {
    if (values.choosing) return choosing
    return values.drawn === undefined
      ? texts
      : drawPuzzles(source.read(), source.title, Number(values.drawn), random)
  }
  const all = kinds.map((kind) => ({ ...kind, texts: textsOf(kind) }))
  const decipherer = createDecipherer({
    model: await openModel('english'),
    cipher: await openSearch({ isLarge: !values.small }),
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
      `${whatIsRead(values, source.title)}, with spaces and in groups of five letters, each under a key of its own (seed ${values.seed}), ` +
      `read at once: ${right} of ${rows.length} right but for letters of the ciphertext that occur once.`,
    columns: ['kind', 'text', 'letters', 'wrong', 'of them once', 'right'],
    rows,
  }
}

const whatIsRead = (
  { choosing, drawn }: { readonly choosing: boolean; readonly drawn?: string | undefined },
  title: string,
): string => {
  if (choosing) return 'Forty texts that constants are chosen on'
  return drawn === undefined ? 'Twenty texts of the public domain' : `Texts of ${title}`
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
