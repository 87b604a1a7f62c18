import { createRandom, LATIN, type Random } from '@runnel/core'
import { dasher, udhr } from '@runnel/corpus'
import { openEnglishText } from '../english-text.ts'

/** Texts that no cipher of the second look has written. */
export interface HopelessTexts {
  readonly name: string
  /** Gives the text of that number. */
  text(i: number): string
}

const SEED = 20
const DIGITS = '0123456789'
const HEXADECIMAL = `${DIGITS}abcdef`
const BASE64 = `${LATIN.toUpperCase()}${LATIN.toLowerCase()}${DIGITS}+/`

const drawn = (random: Random, signs: string, length: number): string =>
  Array.from({ length }, () => signs[random.integer(signs.length)]).join('')

const groups = (text: string, size: number, between: string): string =>
  text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? ''

/** Windows of a text, from one word on to another. */
const windowsOf = (text: string, length: number) => {
  const whole = text.replace(/\s+/g, ' ')
  const step = Math.floor((whole.length - 2 * length) / 1000)
  return (i: number): string => {
    const from = whole.indexOf(' ', i * step) + 1
    return whole.slice(from, whole.lastIndexOf(' ', from + length))
  }
}

/** Sets of such texts: each text is the same in every run. */
export const hopelessTexts = (english: string): readonly HopelessTexts[] => {
  const upper = LATIN.toUpperCase()
  const made = (make: (random: Random) => string) => (i: number) => make(createRandom(SEED + 1000 * i))
  const prose = openEnglishText(english).read()
  const short = windowsOf(prose, 24)
  const long = windowsOf(prose, 60)
  return [
    { name: 'random letters, 60', text: made((random) => groups(drawn(random, upper, 60), 5, ' ')) },
    { name: 'random letters, 24', text: made((random) => drawn(random, upper, 24)) },
    { name: 'product keys', text: made((random) => groups(drawn(random, upper + DIGITS, 25), 5, '-')) },
    { name: 'hashes, 64 digits', text: made((random) => drawn(random, HEXADECIMAL, 64)) },
    { name: 'random bytes in base64, 64', text: made((random) => drawn(random, BASE64, 64)) },
    {
      name: 'numbers of 0 to 255, 40',
      text: made((random) => Array.from({ length: 40 }, () => random.integer(256)).join(' ')),
    },
    { name: 'names and short English, 24', text: short },
    {
      name: 'letters of English in random order, 60',
      text: (i) => shuffled(createRandom(SEED + i), long(i)),
    },
    { name: 'Finnish, 60', text: windowsOf(`${udhr('fin').read()}\n${dasher('fi').read()}`, 60) },
    { name: 'Turkish, 60', text: windowsOf(`${udhr('tur').read()}\n${dasher('tr').read()}`, 60) },
  ]
}

const shuffled = (random: Random, text: string): string => {
  const letters = Array.from(text.replace(/[^a-z]/gi, '').toUpperCase())
  for (let i = letters.length - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    ;[letters[i], letters[j]] = [letters[j], letters[i]]
  }
  return letters.join('')
}
