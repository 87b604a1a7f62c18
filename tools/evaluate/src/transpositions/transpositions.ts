import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { createDecipherer, type Decipherer, type DoneEvent, finalText } from '@runnel/decipher'
import { transpositionFinders } from '@runnel/decipher/ciphers'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { drawPassage } from '../live/streams.ts'
import { openCounts, openModel } from '../open-model.ts'
import { outsideFamilies } from '../open-world/families.ts'
import type { Report } from '../report.ts'
import { type Row, rows } from './rows.ts'

const PAGE = 'docs/transpositions.md'
const SEED = 20
const LENGTHS = [60, 120]

/**
 * Transpositions of unknown key: whole texts that are read right, and what is said of text that has no such key.
 *
 * `--count N` streams a row, `--text moby-dick` for text that constants may be chosen on, `--model FILE`, `--only TEXT`
 * for the rows whose cipher and keys have it, and nothing else.
 */
export const transpositions = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      text: { type: 'string', default: englishTexts[0] },
      model: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read()
  const means = { model: await openModel('english', values.model), counts: await openCounts() }
  const count = Number(values.count)
  const chosen = rows.filter(({ cipher, keys }) => `${cipher} ${keys}`.includes(values.only))
  const outside = values.only === '' ? outsideFamilies(text).slice(0, 4) : []
  const counter = countUp(advance, (chosen.length + 2) * LENGTHS.length * count, 'texts')
  const decipherers = new Map<string, Decipherer>()
  const deciphererOf = (cipher: string): Decipherer => {
    const made =
      decipherers.get(cipher) ?? createDecipherer({ ...means, cipher: transpositionFinders[cipher]() })
    decipherers.set(cipher, made)
    return made
  }
  const about = `${number(count)} texts a row and length (${source.title}; seed ${SEED})`
  const right = chosen.map((row) => ({
    row,
    figures: LENGTHS.map((letters) => {
      const figures = measure(deciphererOf(row.cipher), row, { text, letters, count })
      counter(count)
      return figures
    }),
  }))
  const claims = ['rail-fence', 'columnar'].map((cipher) => [
    cipher,
    ...outside.map(({ name, draw }) => {
      if (name.startsWith('columnar') && cipher === 'columnar') return ''
      const random = createRandom(SEED)
      let claimed = 0
      for (let i = 0; i < count; i++) {
        const { ciphertext } = draw(random, { letters: 100, layout: 'no spaces' })
        if (read(deciphererOf(cipher), ciphertext).done.cipher !== 'unknown') claimed++
      }
      counter(count)
      return percent(claimed / count, 0)
    }),
  ])
  return [
    {
      page: PAGE,
      title: 'Texts that are read',
      about: `Share of whole texts of so many letters that come out exactly right, key unknown, cipher named: ${about}.`,
      columns: ['cipher', 'keys', 'text', ...LENGTHS.map(String), 'ms of 120'],
      rows: right.map(({ row, figures }) => [
        row.cipher,
        row.keys,
        row.layout,
        ...figures.map((one) => percent(one.right / count, 0)),
        (figures[LENGTHS.indexOf(120)].milliseconds / count).toFixed(0),
      ]),
    },
    {
      page: PAGE,
      title: 'Texts that are read wrong',
      about: `Share of the same texts for which a wrong reading is told, and not that nothing fits: ${about}.`,
      columns: ['cipher', 'keys', 'text', ...LENGTHS.map(String)],
      rows: right.map(({ row, figures }) => [
        row.cipher,
        row.keys,
        row.layout,
        ...figures.map((one) => percent(one.wrong / count, 0)),
      ]),
    },
    ...(outside.length === 0
      ? []
      : [
          {
            page: PAGE,
            title: 'Text without such a key',
            about: `Share of texts of 100 letters without spaces for which a key is told, though they are something else: ${about}.`,
            columns: ['read as', ...outside.map(({ name }) => name)],
            rows: claims,
          },
        ]),
  ]
}

const measure = (
  decipherer: Decipherer,
  { cipher: name, layout, drawKey }: Row,
  { text, letters, count }: { text: string; letters: number; count: number },
) => {
  const random = createRandom(SEED + letters)
  const cipher = findCipher(name)
  const figures = { right: 0, wrong: 0, milliseconds: 0 }
  for (let i = 0; i < count; i++) {
    const plaintext = drawPassage(text, random, { letters, layout })
    const ciphertext = cipher.encrypt(plaintext, drawKey(random))
    const start = performance.now()
    const { out, done } = read(decipherer, ciphertext)
    figures.milliseconds += performance.now() - start
    if (out === plaintext) figures.right++
    else if (done.cipher !== 'unknown') figures.wrong++
  }
  return figures
}

const read = (decipherer: Decipherer, ciphertext: string): { out: string; done: DoneEvent } => {
  const session = decipherer.createSession()
  const events = [...session.push(ciphertext), ...session.flush()]
  return { out: finalText(events), done: events[events.length - 1] as DoneEvent }
}
