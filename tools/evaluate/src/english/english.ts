import { parseArgs } from 'node:util'
import { createTokenizer, LATIN, type Tokenizer } from '@runnel/core'
import { brown, englishCorpus } from '@runnel/corpus'
import { type Engine, loadWasmEngine, tokenizerOf } from '@runnel/rnn-model'
import { type KneserNeyModel, trainKneserNey } from '../kneser-ney/index.ts'
import type { Report } from '../report.ts'
import { type Foretold, foretoldByNet, foretoldByNgrams } from './bits.ts'
import { type LanguageModel, languageModels } from './language-models.ts'

/** Letters, space, apostrophe, one symbol for all digits, one for everything else. */
const ALPHABET = `${LATIN} '0?`
const ORDER = 5

/** Language models over the whole Brown corpus, with and without spaces, next to n-grams of the same text. */
export const english = async (advance: (done: number) => void, words: readonly string[]): Promise<Report> => {
  const { model: files = [] } = parseArgs({
    args: [...words],
    options: { model: { type: 'string', multiple: true } },
  }).values
  const models = await languageModels(files)
  const text = brown.read()
  const corpus = englishCorpus()
  const forms = [text, withoutSpaces(text)]
  const rows: string[][] = []
  const tokenizers = new Map<string, Tokenizer>()
  const common = createTokenizer(ALPHABET, { digit: '0', space: ' ', other: '?' })
  for (const tokenizer of [common, ...models.map(({ definition }) => tokenizerOf(definition.config))]) {
    tokenizers.set(JSON.stringify([tokenizer.alphabet, tokenizer.options]), tokenizer)
  }
  const steps = 3 * tokenizers.size + models.length
  const step = () => advance(rows.length / steps)

  const engines = {
    float32: await loadWasmEngine({ arithmetic: 'float32' }),
    '8-bit': await loadWasmEngine(),
  }
  for (const model of models) {
    rows.push(netRow(model, engines[model.weights], forms))
    step()
  }
  for (const tokenizer of tokenizers.values()) {
    for (const [trained, training] of [
      ['with spaces', corpus.train],
      ['without spaces', withoutSpaces(corpus.train)],
      ['on both', corpus.train + withoutSpaces(corpus.train)],
    ]) {
      const ngrams = trainKneserNey(symbolsOf(tokenizer, training), tokenizer.vocabulary - 1, ORDER)
      rows.push(ngramRow(ngrams, trained, tokenizer, forms))
      step()
    }
  }
  return { title: 'English, character by character', about: about(text, corpus.train, models), columns, rows }
}

const columns = [
  'model',
  'weights',
  'file, bytes',
  'seed',
  'symbols',
  'bits per character',
  'without spaces',
  'characters/s',
]

const about = (text: string, training: string, models: readonly LanguageModel[]): string =>
  `${brown.title}: ${number(text.length)} characters as one unbroken stream (state carried throughout), and ` +
  `${number(withoutSpaces(text).length)} without spaces and marks (letters and digits alone). The n-gram models are interpolated, with ` +
  `modified Kneser-Ney smoothing, trained on all of the ${number(training.length)} characters of ` +
  '[the training text](corpus.md), with its spaces, without, or on both one after the other. Bits compare only between models of the same symbols.' +
  (models.length === 0 ? ' No recurrent language model ships yet.' : '')

const netRow = (
  { name, definition, weights, size, seed }: LanguageModel,
  engine: Engine,
  forms: readonly string[],
): string[] => {
  const tokenizer = tokenizerOf(definition.config)
  const results = forms.map((form) => foretoldByNet(tokenizer.encode(form), definition, engine))
  const layers = definition.config.layers.map(({ cell, units }) => `${cell}-${units}`).join(', ')
  return [
    `${name} (${layers})`,
    `${weights} (${engine.name})`,
    number(size),
    seed,
    symbols(tokenizer),
    ...outcomes(results),
  ]
}

const ngramRow = (
  model: KneserNeyModel,
  trained: string,
  tokenizer: Tokenizer,
  forms: readonly string[],
): string[] => {
  const results = forms.map((form) => foretoldByNgrams(tokenizer.encode(form), model))
  return [`${ORDER}-gram, trained ${trained}`, '', '', '', symbols(tokenizer), ...outcomes(results)]
}

const outcomes = (results: readonly Foretold[]): string[] => [
  ...results.map(({ bitsPerCharacter }) => bitsPerCharacter.toFixed(4)),
  number(Math.round(results[0].charactersPerSecond)),
]

/** Text as it is met in ciphers, and as the nets' training has it: letters and digits alone. */
const withoutSpaces = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '')
const symbolsOf = (tokenizer: Tokenizer, text: string): Uint16Array =>
  tokenizer.encode(text).map((id) => id - 1)
const number = (value: number): string => value.toLocaleString('en')
const symbols = ({ alphabet }: Tokenizer): string => `\`${alphabet}\``
