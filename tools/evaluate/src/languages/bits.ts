import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { EUROPEAN, novelCorpus, novelTest } from '@runnel/corpus'
import { languages, shippedNets } from '@runnel/models/languages'
import { recipes } from '@runnel/models/recipes'
import { decodeModel, loadWasmEngine, type ModelDefinition, tokenizerOf } from '@runnel/rnn-model'
import { type Advance, countUp } from '../advance.ts'
import { type Foretold, foretoldByNet, foretoldByNgrams } from '../english/bits.ts'
import { number } from '../figures.ts'
import { trainKneserNey } from '../kneser-ney/index.ts'
import type { Report } from '../report.ts'

const PAGE = 'docs/languages.md'
const ORDER = 5

/**
 * Bits a character of one net for many languages, beside n-grams of each language's own text, and beside `english`.
 *
 * `--texts FOLDER` with novels, `--model FILE` for a net in place of `european`, `--characters N` of each language,
 * `--on validation` for text that constants may be chosen on, `--in CODES`.
 */
export const languagesForetold = async (advance: Advance, words: readonly string[]): Promise<Report> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      texts: { type: 'string', default: '' },
      model: { type: 'string' },
      characters: { type: 'string', default: '300000' },
      on: { type: 'string', default: 'test' },
      in: { type: 'string', default: EUROPEAN.join() },
    },
  })
  const [net, english] = await Promise.all([readNet('european', values.model), readNet('english')])
  const engine = await loadWasmEngine()
  const codes = values.in.split(',')
  const counter = countUp(advance, codes.length, 'languages')
  const rows = codes.map((code) => {
    const { train, validate } = novelCorpus(code, values.texts)
    const text = values.on === 'test' ? novelTest(code, values.texts) : validate
    const read = text.slice(0, Number(values.characters))
    const figures = [
      foretoldByOwn(train, read),
      ...[net, english].map((definition) => foretoldByNet(idsOf(definition, read), definition, engine)),
    ]
    counter(1)
    return { language: languages[code].name, bits: figures.map(({ bitsPerCharacter }) => bitsPerCharacter) }
  })
  const mean = rows[0].bits.map((_, at) => rows.reduce((sum, { bits }) => sum + bits[at], 0) / rows.length)
  return {
    title: 'Bits a character',
    about: `${number(Number(values.characters))} characters of each language at the most, of novels ${ABOUT[values.on]}, diacritics left out, as one stream; n-grams are interpolated, with modified Kneser-Ney smoothing, of all the other novels of the language. The net has ${net.config.layers[0].units} units.`,
    columns: ['language', `its own ${ORDER}-grams`, '`european`', 'above its own', '`english`'],
    rows: [...rows, { language: 'mean', bits: mean }].map(({ language, bits: [own, one, other] }) => [
      language,
      own.toFixed(3),
      one.toFixed(3),
      (one - own).toFixed(3),
      other.toFixed(3),
    ]),
    page: PAGE,
  }
}

const ABOUT: Readonly<Record<string, string>> = {
  test: 'by authors that nothing was learned from',
  validation: 'that constants may be chosen on',
}

const readNet = async (name: string, file?: string): Promise<ModelDefinition> =>
  decodeModel(
    file === undefined ? Buffer.from((await shippedNets[name]()).base64, 'base64') : readFileSync(file),
  )

const idsOf = ({ config }: Pick<ModelDefinition, 'config'>, text: string): Uint16Array =>
  tokenizerOf(config).encode(text)

/** N-grams of a language's text, over the symbols of the nets. */
const foretoldByOwn = (train: string, read: string): Foretold => {
  const { config } = recipes().european
  const { vocabulary } = tokenizerOf(config)
  const symbols = idsOf({ config }, train).map((id) => id - 1)
  return foretoldByNgrams(idsOf({ config }, read), trainKneserNey(symbols, vocabulary - 1, ORDER))
}
