import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { englishCorpus, mobyDick } from '@runnel/corpus'
import { type LanguageModel, netLanguageModel } from '@runnel/decipher'
import type { RnnModel } from '@runnel/rnn-model'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { chiSquared } from './chi-squared.ts'
import { type Contender, runnel } from './contender.ts'
import { countedModel } from './counted-model.ts'
import { meanModel } from './mean-model.ts'
import { plotCurves } from './plot.ts'
import { figureTable, keyTable, messageTable, type Subject } from './tables.ts'

const PAGE = 'docs/live-inference.md'

/**
 * Caesar and other ciphers of unknown key, live.
 *
 * `--model FILE` and `--shift-any FILE` take other nets, `--count N` fewer streams, `--no-ngrams` leaves the 5-grams
 * and the text they learn from out, `--no-counts` the counts beside the net; `--text moby-dick` takes the text that
 * constants are chosen on.
 */
export const live = async (advance: (done: number) => void, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      model: { type: 'string' },
      'shift-any': { type: 'string' },
      count: { type: 'string', default: '2000' },
      text: { type: 'string', default: englishTexts[0] },
      'no-counts': { type: 'boolean', default: false },
      'no-ngrams': { type: 'boolean', default: false },
    },
  })
  const model = await openModel('english', values.model)
  const recogniser = await openModel('shift-any', values['shift-any'])
  const training = values['no-ngrams'] ? undefined : englishCorpus().train
  const text = openEnglishText(values.text).read()
  const counts = values['no-counts'] ? undefined : await openCounts()
  const others: Contender[] = [
    ...(counts ? [runnel(`filter with ${model.config.name} alone`, { model, cipher: 'caesar' })] : []),
    chiSquared(training ?? mobyDick.read()),
    ...(training ? ngramFilters(training, model) : []),
    runnel('shift-any, no search', { model: recogniser }),
  ]
  const subject: Subject = { model, counts, text, count: Number(values.count), seed: 7, others }
  const { report, curves } = keyTable(subject)
  if (words.length === 0) writeFileSync('docs/live-inference.svg', plotCurves(curves))
  advance(0.3)
  const messages = messageTable(subject)
  advance(0.4)
  const figures = figureTable(subject, (done) => advance(0.4 + 0.6 * done))
  return [report, messages, figures].map((table) => ({ ...table, page: PAGE }))
}

/** 5-grams alone, and together with the net: how much a net of the same text leaves to be known. */
const ngramFilters = (training: string, model: RnnModel): Contender[] => {
  const counted = countedModel(training)
  const filter = (name: string, language: LanguageModel): Contender =>
    runnel(name, { model: language, cipher: 'caesar', keyChange: { rate: 0 } })
  return [
    filter('5-gram Kneser-Ney filter of the same text', counted),
    filter(`the mean of ${model.config.name} and these 5-grams`, meanModel(netLanguageModel(model), counted)),
  ]
}
