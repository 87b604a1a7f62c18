import { parseArgs } from 'node:util'
import { createRandom } from '@runnel/core'
import { novelCorpus, novelTest } from '@runnel/corpus'
import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { keyFinders } from '@runnel/decipher/ciphers'
import { autoAmongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { languages } from '@runnel/models/languages'
import { type Advance, countUp } from '../advance.ts'
import { answer, UNKNOWN } from '../answers/answer.ts'
import { number, percent } from '../figures.ts'
import { drawStream } from '../live/streams.ts'
import { drawStreams } from '../periodic/streams.ts'
import type { Report } from '../report.ts'
import { choicesOf } from './choices.ts'
import { openSubstitution } from './open-substitution.ts'

const SEED = 26
const [PERIOD, REPEATED, SUBSTITUTED] = [5, 60, 100]

/** Ciphers whose keys repeat, and partial keys of a substitution, where the language is named and where it may be any. */
const NAMED = { repeating: ['vigenere', 'beaufort'], width: 10_000 }
const ANY = { repeating: ['vigenere'], width: 1000 }

/**
 * Keys that cannot be listed, no cipher named, as the command line seeks them: the language named, or any.
 *
 * `--count N` streams a row, `--texts FOLDER` with novels, `--on validation` for text that constants may be chosen on, `--in CODES`.
 */
export const languagesSought = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const latin = Object.keys(languages).filter((code) => languages[code].letters === undefined)
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '40' },
      texts: { type: 'string', default: '' },
      on: { type: 'string', default: 'test' },
      in: { type: 'string', default: latin.filter((code) => code !== 'en').join() },
    },
  })
  const [count, codes] = [Number(values.count), values.in.split(',')]
  const textOf = (code: string): string =>
    values.on === 'test' ? novelTest(code, values.texts) : novelCorpus(code, values.texts).validate
  const any = await openAuto(latin, ANY)
  const counter = countUp(advance, codes.length * 2 * count, 'streams')
  const rows: string[][] = []
  for (const code of codes) {
    const named = await openAuto([code], NAMED)
    const repeated = drawStreams(
      textOf(code),
      { cipher: 'vigenere', layout: 'as written', period: PERIOD },
      { count, seed: SEED, letters: REPEATED },
    )
    const random = createRandom(SEED)
    const substituted = Array.from({ length: count }, () =>
      drawStream(textOf(code), random, {
        letters: SUBSTITUTED,
        layout: 'as written',
        ciphers: ['substitution'],
      }),
    )
    const of = (streams: readonly Ciphered[]): Score[] => {
      const scores = [named, any].map((decipherer) => scoreOf(decipherer, streams))
      counter(count)
      return scores
    }
    const [vigenere, substitution] = [of(repeated), of(substituted)]
    rows.push([
      languages[code].name,
      ...vigenere.map(({ exact }) => percent(exact / count, 1)),
      ...substitution.map(({ wrong }) => percent(wrong / count)),
      ...[vigenere[1], substitution[1]].map(({ unknown, sure }) => `${unknown}, ${sure}`),
    ])
  }
  return [
    {
      page: 'docs/languages.md',
      title: 'Keys that are sought where no cipher is named',
      about: `${number(count)} streams a row, of novels by authors that nothing was learned from, diacritics left out, spaces as written, the whole text at once; seed ${SEED}. Vigenère of period ${PERIOD}, ${REPEATED} letters: texts that come out right. Substitution, ${SUBSTITUTED} letters: letters that come out wrong. With the language named, or any of ${latin.length}; then texts that are told as unknown, and those that come out wrong in more than three letters with a probability above 0.9.`,
      columns: [
        'language',
        'Vigenère, named',
        'any',
        'substitution, named',
        'any',
        'Vigenère, any: unknown, wrong',
        'substitution',
      ],
      rows,
    },
  ]
}

/** A text before and after. */
interface Ciphered {
  readonly plaintext: string
  readonly ciphertext: string
}

/** Texts counted by their outcome. */
interface Score {
  /** Texts that came out right, that were told as unknown, and that came out wrong with confidence. */
  exact: number
  unknown: number
  sure: number
  /** Sum of the shares of letters that came out wrong. */
  wrong: number
}

const scoreOf = (decipherer: Decipherer, streams: readonly Ciphered[]): Score => {
  const score = { exact: 0, unknown: 0, sure: 0, wrong: 0 }
  for (const { plaintext, ciphertext } of streams) {
    const { text, cipher, probability } = answer(decipherer, ciphertext)
    const wrong = [...plaintext].filter((unit, at) => unit !== text[at]).length
    if (wrong === 0) score.exact++
    else if (cipher === UNKNOWN) score.unknown++
    else if (wrong > 3 && probability > 0.9) score.sure++
    score.wrong += wrong / plaintext.replace(/[^a-z]/gi, '').length
  }
  return score
}

const openAuto = async (
  codes: readonly string[],
  { repeating, width }: { readonly repeating: readonly string[]; readonly width: number },
): Promise<Decipherer> => {
  const searches = new Map(
    await Promise.all(codes.map(async (code) => [code, await openSubstitution(code, { width })] as const)),
  )
  const soughtIn = ({ code }: LanguageChoice) => [
    ...repeating.map((name) => keyFinders[name]()),
    ...[searches.get(code)].filter((search) => search !== undefined),
  ]
  return createDecipherer({ cipher: autoAmongLanguages(await choicesOf(codes), soughtIn) })
}
