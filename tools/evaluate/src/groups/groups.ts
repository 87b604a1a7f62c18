import { parseArgs } from 'node:util'
import { createDecipherer } from '@runnel/decipher'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { type Form, forms } from './forms.ts'
import { shareRight } from './share-right.ts'

const PAGE = 'docs/live-inference.md'
const SEED = 15
const LENGTHS = [10, 20, 40, 100]

const searches = [
  { cipher: 'caesar', ciphers: ['caesar'] },
  { cipher: 'auto', ciphers: ['plain', 'caesar', 'atbash', 'affine'] },
] as const

/**
 * Messages in groups of one to eight letters that come out right in every letter.
 *
 * `--count N` messages a figure, `--text moby-dick` for text that constants may be chosen on, `--model FILE`.
 */
export const groups = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '200' },
      text: { type: 'string', default: englishTexts[0] },
      model: { type: 'string' },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read()
  const model = await openModel('english', values.model)
  const count = Number(values.count)
  const counter = countUp(advance, searches.length * forms.length * LENGTHS.length * count, 'messages')
  const rows = searches.flatMap(({ cipher, ciphers }) => {
    const decipherer = createDecipherer({ model, cipher })
    const share = (form: Form, letters: number): string =>
      percent(shareRight(decipherer, { text, count, seed: SEED, form, letters, ciphers }, counter))
    return forms.map((form) => [form.name, cipher, ...LENGTHS.map((letters) => share(form, letters))])
  })
  return {
    page: PAGE,
    title: 'Text in groups',
    about:
      `Share of ${number(count)} messages for each figure (${source.title}; seed ${SEED}) that are right in every letter ` +
      'after `flush`: Caesar, or for `auto` plain text, Caesar, Atbash and affine alike often; capitals, letters alone.',
    columns: ['text', 'searched', ...LENGTHS.map((letters) => `${letters} letters`)],
    rows,
  }
}
