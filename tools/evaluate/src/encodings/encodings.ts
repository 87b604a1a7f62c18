import { parseArgs } from 'node:util'
import { createCaesar, createRandom } from '@runnel/core'
import { createDecodingChain, createEncoding, encodeText, parseEncodings } from '@runnel/core/encodings'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import type { Report } from '../report.ts'
import { createDecoder } from './decoded.ts'
import { piecesOf } from './pieces.ts'

const PAGE = 'docs/encodings.md'
const SEED = 20
const LENGTHS = [12, 25, 50, 200]

/** Encodings that texts are put into: how, and whether each keeps no more than capitals. */
const CHAINS = [
  'hex',
  'base64',
  'base64url',
  'base32',
  'base58',
  'ascii85',
  'base85',
  'z85',
  'uuencode',
  'binary',
  'binary7',
  'octal',
  'decimal',
  'morse',
  'morse01',
  'morse10',
  'morse-words',
  'a1z26',
  'a0z25',
  'polybius',
  'polybius0',
  'polybius-ae',
  'tap',
  'bacon',
  'bacon26',
  'bacon-ba',
  'bacon26-ba',
  'bacon-case',
  'bacon-case26',
  'code-points',
  'hexdump',
  'braille',
  'nato',
  'multi-tap',
  'base64 > base64',
  'hex > base64',
  'reversed > base64',
  'base64 > morse',
  'quoted > decimal',
  'grouped > base64',
  'hex > utf16le',
]

/**
 * Text that is in no encoding, and text in each, through the search for encodings alone.
 *
 * `--text moby-dick` takes the text that constants are chosen on, `--size N` as many of its characters, `--count N` as many
 * texts for each figure.
 */
export const encodingsFound = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      text: { type: 'string', default: englishTexts[0] },
      size: { type: 'string', default: '600000' },
      count: { type: 'string', default: '200' },
    },
  })
  const source = openEnglishText(values.text)
  const text = source.read().slice(0, Number(values.size))
  const given = { title: source.title, text, count: Number(values.count) }
  const sets = piecesOf(given.text)
  const counter = countUp(
    advance,
    sets.reduce((sum, { pieces }) => sum + pieces.length, 0) + CHAINS.length * LENGTHS.length * given.count,
    'texts',
  )
  return [takenTable(given, counter), foundTable(given, counter)].map((table) => ({ ...table, page: PAGE }))
}

/** The text that pieces are taken of. */
interface Given {
  title: string
  text: string
  /** Texts for each figure. */
  count: number
}

const takenTable = ({ title, text }: Given, count: (texts: number) => void): Report => {
  const decode = createDecoder()
  const sets = piecesOf(text)
  return {
    title: 'Text in no encoding',
    about: `Pieces of ${text.length.toLocaleString('en')} characters (${title}), each as a text of its own. Taken: an encoding was taken off. Altered: it came out otherwise.`,
    columns: ['', 'texts', 'taken', 'altered'],
    rows: sets.map(({ name, pieces }) => {
      let [taken, altered] = [0, 0]
      for (const piece of pieces) {
        const found = decode(piece)
        if (found.encoding !== '') taken++
        if (found.text !== piece) altered++
        count(1)
      }
      return [name, pieces.length, taken, altered].map(String)
    }),
  }
}

const foundTable = ({ title, text, count: size }: Given, count: (texts: number) => void): Report => {
  const decode = createDecoder()
  const random = createRandom(SEED)
  const caesar = createCaesar()
  const letters = text.replace(/[^a-z ]+/gi, ' ').replace(/ +/g, ' ')
  const texts = LENGTHS.map((length) =>
    Array.from({ length: size }, () => {
      const at = Math.floor(random.next() * (letters.length - length))
      return caesar.encrypt(letters.slice(at, at + length).trim(), caesar.generateKey(random))
    }),
  )
  const share = (chain: string, given: readonly string[]): string => {
    const found = given.filter((one) => {
      count(1)
      const written = encoded(chain, one)
      const stream = createDecodingChain(parseEncodings(chain))
      return decode(written).text === stream.push(written) + stream.flush()
    })
    return `${((100 * found.length) / given.length).toFixed(1)} %`
  }
  return {
    title: 'Text in an encoding',
    about: `Letters and spaces of a text (${title}) under a random shift, then encoded; ${size} texts for each figure (seed ${SEED}). Found: it came out as these encodings decode it. Base58 is decided up to 64 characters of it, by the whole.`,
    columns: ['', ...LENGTHS.map((length) => `${length} characters`)],
    rows: CHAINS.map((chain) => [`\`${chain}\``, ...texts.map((given) => share(chain, given))]),
  }
}

const encoded = (chain: string, text: string): string =>
  chain
    .split(' > ')
    .reverse()
    .reduce((inner, name) => encodeText(createEncoding(name), inner), text)
