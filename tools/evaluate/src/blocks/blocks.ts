import { parseArgs } from 'node:util'
import { createRandom, type Random } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { createDecipherer, type Decipherer, type DoneEvent, finalText } from '@runnel/decipher'
import { blockFinders } from '@runnel/decipher/ciphers'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { drawPassage, replaceLetters } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'

const PAGE = 'docs/blocks.md'
const SEED = 20

/** Texts for each of random letters. */
const RANDOM_EACH = 5

/** Ciphertexts of one cipher and length. */
interface Row {
  readonly cipher: string
  readonly letters: number
  /** A key of the kind that is sought. */
  isSought(key: object): boolean
}

const rows: readonly Row[] = [
  ...[16, 24, 32, 48].map((letters) => ({
    cipher: 'hill',
    letters,
    isSought: (key: object) => (key as { key: string }).key.length === 4,
  })),
  ...[100, 150, 240].map((letters) => ({ cipher: 'playfair', letters, isSought: () => true })),
]

/**
 * Hill of 2 by 2 and Playfair of unknown key: whole texts that are read right, and random letters that are taken for them.
 *
 * `--count N` texts a row, `--text moby-dick` for text that constants may be chosen on, `--only NAME` for one cipher.
 */
export const blocks = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      text: { type: 'string', default: englishTexts[0] },
      only: { type: 'string', default: '' },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read()
  const means = { model: await openModel('english', undefined), counts: await openCounts() }
  const count = Number(values.count)
  const chosen = rows.filter(({ cipher }) => cipher.includes(values.only))
  const counter = countUp(advance, chosen.length * count, 'texts')
  return {
    page: PAGE,
    title: 'Texts of unknown key',
    about: `Share of whole texts that come out exactly right, or wrong and not as they stand; and of random letters, of a fifth as many, that are taken for text under a key: ${number(count)} texts a row (${source.title}; seed ${SEED}). Processor time of a text, in seconds.`,
    columns: [
      'cipher',
      'letters',
      'right',
      'wrong',
      'random letters read',
      'seconds in the mean',
      'at the most',
    ],
    rows: chosen.map((row) => {
      const decipherer = createDecipherer({ ...means, cipher: blockFinders[row.cipher]() })
      const figures = measure(decipherer, row, { text, count, told: () => counter(1) })
      return [
        row.cipher,
        String(row.letters),
        percent(figures.right / count, 0),
        percent(figures.wrong / count, 0),
        percent(figures.claimed / Math.ceil(count / RANDOM_EACH), 0),
        (figures.seconds.reduce((sum, one) => sum + one, 0) / count).toFixed(2),
        Math.max(...figures.seconds).toFixed(2),
      ]
    }),
  }
}

const measure = (
  decipherer: Decipherer,
  { cipher: name, letters, isSought }: Row,
  { text, count, told }: { text: string; count: number; told(): void },
) => {
  const random = createRandom(SEED + letters)
  const cipher = findCipher(name)
  const figures = { right: 0, wrong: 0, claimed: 0, seconds: [] as number[] }
  for (let i = 0; i < count; i++) {
    const plaintext = drawPassage(text, random, { letters, layout: 'no spaces' })
    const key = drawKey(() => cipher.generateKey(random) as object, isSought)
    const ciphertext = cipher.encrypt(plaintext, key)
    const start = process.cpuUsage()
    const { out } = read(decipherer, ciphertext)
    figures.seconds.push(process.cpuUsage(start).user / 1e6)
    if (out === cipher.decrypt(ciphertext, key)) figures.right++
    else if (out !== ciphertext) figures.wrong++
    told()
    // Nothing takes as long as text without a key.
    if (i % RANDOM_EACH === 0 && isClaimed(decipherer, plaintext, random)) figures.claimed++
  }
  return figures
}

const isClaimed = (decipherer: Decipherer, plaintext: string, random: Random): boolean =>
  read(decipherer, replaceLetters(plaintext, 1, random)).done.cipher !== 'unknown'

const drawKey = (draw: () => object, isSought: (key: object) => boolean): object => {
  for (;;) {
    const key = draw()
    if (isSought(key)) return key
  }
}

const read = (decipherer: Decipherer, ciphertext: string): { out: string; done: DoneEvent } => {
  const session = decipherer.createSession()
  const events = [...session.push(ciphertext), ...session.flush()]
  return { out: finalText(events), done: events[events.length - 1] as DoneEvent }
}
