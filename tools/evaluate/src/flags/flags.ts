import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createRandom, type Random } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { createEncoding, encodeText } from '@runnel/core/encodings'
import { createDecipherer, type Decipherer, finalText } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'
import { readingFlags } from '@runnel/decipher/flags'
import { type Advance, countUp } from '../advance.ts'
import { englishTexts, openEnglishText } from '../english-text.ts'
import { number, percent } from '../figures.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Report } from '../report.ts'
import { makeFlag, wordsIn } from './made-flags.ts'

const PAGE = 'docs/flags.md'
const SEED = 20

type Write = (flag: string, word: string) => string

const under =
  (cipher: string, key: string): Write =>
  (flag) =>
    findCipher(cipher).encrypt(flag, findCipher(cipher).parseKey(key))
const encoded = (name: string, text: string): string => encodeText(createEncoding(name), text)

const ways: Record<string, Write> = {
  plain: (flag) => flag,
  'Caesar 13': under('caesar', '13'),
  'affine 5,8': under('affine', '5,8'),
  Atbash: under('atbash', 'none'),
  ROT47: under('rot47', 'none'),
  'Vigenère, a word': (flag, key) => findCipher('vigenere').encrypt(flag, { key: key.toUpperCase() }),
  base64: (flag) => encoded('base64', flag),
  hex: (flag) => encoded('hex', flag),
  'base64 of ROT13': (flag) => encoded('base64', under('caesar', '13')(flag, '')),
}

/**
 * Flags, the answers to security puzzles, under ciphers and encodings that nobody names: those that come out right, with
 * what is known of flags and without.
 *
 * `--flags FILE` holds real ones, a line each; `--count N` of those that are made, `--text moby-dick`, `--list` prints what
 * came out wrong.
 */
export const flags = async (advance: Advance, words: readonly string[]): Promise<Report[]> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      count: { type: 'string', default: '100' },
      text: { type: 'string', default: englishTexts[0] },
      flags: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  })
  const source = openEnglishText(values.text)
  const dictionary = wordsIn(source.read())
  const means = { model: await openModel('english'), counts: await openCounts() }
  const bare = createDecipherer(means)
  const decipherers = {
    'with formats': encodingOf('auto')(readingFlags(means)(bare)),
    'none known': encodingOf('auto')(readingFlags({ ...means, wellKnown: [] })(bare)),
    without: encodingOf('auto')(bare),
  }
  const random = createRandom(SEED)
  const made = (isKnown: boolean): string[] =>
    Array.from({ length: Number(values.count) }, () => makeFlag(dictionary, random, isKnown))
  const sets: Record<string, string[]> = { 'well-known format': made(true), 'another format': made(false) }
  if (values.flags !== undefined) {
    sets['real flags'] = readFileSync(values.flags, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  }
  const keys = dictionary.filter(({ length }) => length >= 3)
  const total = Object.values(sets).reduce((sum, { length }) => sum + length, 0)
  const counter = countUp(
    advance,
    Object.keys(decipherers).length * total * Object.keys(ways).length,
    'flags',
  )
  const rows = Object.entries(sets).flatMap(([set, list]) =>
    Object.entries(decipherers).map(([name, decipherer]) => {
      const draws = createRandom(SEED)
      const right = Object.entries(ways).map(([way, write]) => {
        const count = list.filter((flag) => {
          const ciphertext = write(flag, draw(keys, draws))
          const text = whole(decipherer, ciphertext)
          if (values.list && text !== flag)
            console.log(`${set} | ${name} | ${way} | ${flag} | ${ciphertext} | ${text}`)
          return text === flag
        }).length
        counter(list.length)
        return count / list.length
      })
      const mean = right.reduce((sum, share) => sum + share, 0) / right.length
      return [`${set} (${number(list.length)})`, name, ...[...right, mean].map((share) => percent(share, 0))]
    }),
  )
  return [
    {
      page: PAGE,
      title: 'Flags that are read',
      about: `Share of flags that come out exactly right, nothing named, with the well-known formats, with none of them, and read as any text is: made of words (${source.title}; seed ${SEED}), and real ones where they are given.`,
      columns: ['flags', 'read', ...Object.keys(ways), 'all'],
      rows,
    },
  ]
}

const draw = (list: readonly string[], random: Random): string => list[random.integer(list.length)]

const whole = (decipherer: Decipherer, ciphertext: string): string => {
  const session = decipherer.createSession()
  return finalText([...session.push(ciphertext), ...session.flush()])
}
