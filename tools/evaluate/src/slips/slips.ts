import { parseArgs } from 'node:util'
import { createRandom, type Random } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { createDecipherer, type DecipherEvent, type Decipherer, loadCounts } from '@runnel/decipher'
import { keyFinders } from '@runnel/decipher/ciphers'
import { englishWordsLarge } from '@runnel/models/english-words-large'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { drawPassage, isLetter, type Layout } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'

const SEED = 18
/** Letters of a stream before the slip, and after it. */
const [BEFORE, AFTER] = [120, 80]
/** Letters of a stream after it where there is none, and streams of them for one of the others. */
const LONG = { letters: 5000, share: 0.2 }
/** Latest letters that are right where a slip is mended. */
const AGREEING = 3

const layouts: readonly Layout[] = ['as written', 'no spaces']
const KINDS = ['lost', 'doubled', 'none'] as const
/** Periods of keys that another of the same period follows. */
const CHANGED = [5, 8] as const

/**
 * Letters lost or doubled once a key that repeats is certain, and wholly new keys: how soon the text is right again, and how
 * often it becomes wrong where nothing happened. `--count N` streams a row, `--only lost` or `--only new`, `--text moby-dick`
 * for text that constants may be chosen on.
 */
export const slips = async (advance: Advance, words: readonly string[]): Promise<Report> => {
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
  const count = Number(values.count)
  const recipes: readonly Recipe[] = layouts
    .flatMap((layout) => [
      ...KINDS.map((kind) => ({ layout, kind })),
      ...CHANGED.map((period) => ({ layout, kind: 'changed' as const, period })),
    ])
    .filter((recipe) => nameOf(recipe).includes(values.only))
  const counter = countUp(advance, recipes.length * count, 'streams')
  const means = { model: await openModel('english'), counts: await openCounts() }
  const spaceless = await loadCounts(englishWordsLarge)
  const decipherer = createDecipherer({ ...means, cipher: keyFinders.vigenere({ spaceless }) })
  const rows = recipes.map((recipe) => {
    const random = createRandom(SEED)
    const isNone = recipe.kind === 'none'
    const length = Math.ceil(count * (isNone ? LONG.share : 1))
    const followed = Array.from({ length }, () => {
      counter(1)
      return follow(decipherer, drawSlip(text, random, recipe))
    })
    const delays = followed.map(({ delay }) => delay).sort((a, b) => a - b)
    const at = (share: number): string => String(delays[Math.floor(share * (delays.length - 1))])
    const mended = delays.filter((delay) => delay <= AFTER).length
    const wrong = followed.reduce((sum, { wrong }) => sum + wrong, 0)
    const figures = isNone ? ['', '', '', ''] : [percent(mended / count), at(0.5), at(0.9), at(0.99)]
    return [recipe.layout, nameOf(recipe), ...figures, number(wrong), number(length * afterOf(recipe.kind))]
  })
  return {
    page: 'docs/periodic.md',
    title: 'Letters that are lost or doubled, and new keys',
    about:
      `Vigenère of period 3 to 12, ${BEFORE} letters, then one letter lost, doubled, or none, then ${AFTER} more (${LONG.letters} where there is none); or ${AFTER} more by ` +
      `another random key of the same period: share of streams whose text is right again, the letters until its latest ${AGREEING + 1} were and ` +
      'stayed so (median, 90th and 99th percentile), and letters after the slip that ' +
      `came out wrong of all: ${number(count)} streams a row (${source.title}; seed ${SEED}).`,
    columns: ['text', 'slip', 'right again', 'median', 'p90', 'p99', 'wrong', 'of letters'],
    rows,
  }
}

type Kind = (typeof KINDS)[number] | 'changed'

/** A kind of slip, and the period of the key, any from 3 to 12 unless given. */
interface Recipe {
  readonly layout: Layout
  readonly kind: Kind
  readonly period?: number
}

const nameOf = ({ kind, period }: Recipe): string =>
  kind === 'changed' ? `new key of ${period}` : kind === 'none' ? kind : `a letter ${kind}`

const afterOf = (kind: Kind): number => (kind === 'none' ? LONG.letters : AFTER)

interface SlippedText {
  /** The plaintext of what is left of the ciphertext, the extra letter read by nothing. */
  readonly plaintext: string
  readonly ciphertext: string
  /** UTF-16 units before the slip. */
  readonly at: number
}

const drawSlip = (text: string, random: Random, { layout, kind, period }: Recipe): SlippedText => {
  const plaintext = drawPassage(text, random, { letters: BEFORE + afterOf(kind), layout })
  const length = period ?? 3 + random.integer(10)
  const drawKey = () => ({
    key: Array.from({ length }, () => String.fromCharCode(65 + random.integer(26))).join(''),
  })
  const vigenere = createVigenere()
  const key = drawKey()
  let at = 0
  for (let letters = 0; letters < BEFORE; at++) if (isLetter(plaintext[at])) letters++
  while (!isLetter(plaintext[at])) at++
  if (kind === 'changed') {
    const [before, after] = [plaintext.slice(0, at), plaintext.slice(at)]
    return { plaintext, at, ciphertext: vigenere.encrypt(before, key) + vigenere.encrypt(after, drawKey()) }
  }
  const cut = (of: string): string => {
    if (kind === 'none') return of
    return kind === 'lost' ? of.slice(0, at) + of.slice(at + 1) : of.slice(0, at) + of[at] + of.slice(at)
  }
  return { plaintext: cut(plaintext), ciphertext: cut(vigenere.encrypt(plaintext, key)), at }
}

const follow = (
  decipherer: Decipherer,
  { plaintext, ciphertext, at }: SlippedText,
): { delay: number; wrong: number } => {
  const session = decipherer.createSession()
  let [final, interim, letters, delay] = ['', '', 0, Number.POSITIVE_INFINITY]
  const note = (event: DecipherEvent): void => {
    if (event.type === 'final') final += event.text
    else if (event.type === 'interim') interim = event.text
  }
  for (let end = 0; end < ciphertext.length; end++) {
    interim = ''
    session.push(ciphertext[end]).forEach(note)
    if (end < at || letters > AFTER || !isLetter(ciphertext[end])) continue
    letters++
    const from = end - AGREEING
    const isRight = (final + interim).slice(from) === plaintext.slice(from, end + 1)
    if (!isRight) delay = Number.POSITIVE_INFINITY
    else if (letters > AGREEING && delay === Number.POSITIVE_INFINITY) delay = letters
  }
  session.flush().forEach(note)
  let wrong = 0
  for (let i = at; i < final.length; i++) if (final[i] !== plaintext[i]) wrong++
  return { delay, wrong }
}
