import { LATIN } from '@runnel/core'
import type { ModelConfig } from '@runnel/rnn-model'
import { countsNameOf } from '../language-codes.ts'
import type { OwnLetters } from '../language-list.ts'
import { languages } from '../languages.ts'
import { TOKENIZER } from './network.ts'

/** Recipe of counts: text, and every number that decides what is kept of it. No random number has a part in it. */
export interface CountsRecipe {
  name: string
  /** One sentence for lists. */
  description: string
  tokenizer: ModelConfig['tokenizer']
  /** The form that the text is counted in; as it is written unless given. */
  form?: TextForm
  /** Names of the texts in `tools/corpus`. */
  corpus: { train: string; validate: string }
  options: CountsOptions
}

/**
 * Words of the letters that are counted with one space between them, apostrophes left out; or such letters alone. Words with
 * other letters of the script are left out.
 */
export type TextForm = 'words' | 'letters'

/** Numbers that decide what counts hold. */
export interface CountsOptions {
  /** Symbols of the longest context. Contexts of this length are kept of the beginnings of words alone. */
  depth: number
  /** Weight of the same text read without spaces, against the text as it is written. */
  spaceless: number
  /** Weight of the context that is one symbol shorter, in symbols for each different symbol that follows a context. */
  smoothing: number
  /** Bits of the text that an exception has to save, to be kept. */
  price: number
  /** Weight of what begins a word, against the rest of the text: there keys are told apart. */
  beginnings: number
  /** Length of the context from which on costs are kept to half a bit, and to a quarter before. */
  coarseFrom: number
  /** Symbols of the longest context that is kept, wherever it stands; `depth` unless given. */
  kept?: number
  /** Times that a context of `depth` symbols has to occur, where those are kept wherever they stand; 1 unless given. */
  leastSeen?: number
}

/** Counts of English that go with the net `english`. Chosen on Moby-Dick. */
const englishCounts: CountsRecipe = {
  name: 'english-counts',
  description: 'counts of how English words begin and go on, which read the first letters for the net',
  tokenizer: TOKENIZER,
  corpus: { train: 'english', validate: 'english-validation' },
  options: { depth: 5, spaceless: 0.2, smoothing: 1.5, price: 128, beginnings: 8, coarseFrom: 4 },
}

/** Bits that an exception has to save where there is less text than of most languages. */
const PRICE_OF: Readonly<Record<string, number>> = { ru: 20, uk: 20, el: 2 }

/**
 * Counts of a language that has no net: they read for themselves. As those of English, but that an exception has to save
 * fewer bits, by as much as there is less text: the file is as large.
 */
const languageCounts = (code: string): CountsRecipe => {
  const { name, letters } = languages[code]
  return {
    ...englishCounts,
    tokenizer: letters === undefined ? TOKENIZER : { ...TOKENIZER, alphabet: `${letters} '0?` },
    name: countsNameOf(code),
    description: `counts of how ${name} words begin and go on, which read ${name} text`,
    corpus: { train: `novels-${code}`, validate: `novels-${code}-validation` },
    options: { ...englishCounts.options, price: PRICE_OF[code] ?? 40 },
  }
}

/** The same, where letters that are a language's own stay and are told apart. */
const ownCounts = (code: string, { letters }: OwnLetters): CountsRecipe => {
  const folded = languageCounts(code)
  const { name } = languages[code]
  const own = [...letters].filter((letter) => !LATIN.includes(letter)).join(', ')
  return {
    ...folded,
    tokenizer: { ...TOKENIZER, alphabet: `${letters} '0?` },
    name: countsNameOf(code, letters),
    description: `counts of how ${name} words begin and go on, which tell ${own} from other letters`,
    corpus: { train: `novels-${code}-own`, validate: `novels-${code}-own-validation` },
  }
}

/** Counts that a substitution is searched with, by the form of its text. Chosen on Moby-Dick. */
const substitutionCounts = (form: TextForm, name = 'English'): CountsRecipe => ({
  name: `${name.toLowerCase()}-${form}`,
  description:
    form === 'words'
      ? `counts of ${name} letters and the spaces between words, which a substitution is searched with`
      : `counts of ${name} letters without spaces, which a substitution without spaces is searched with`,
  tokenizer: { alphabet: 'abcdefghijklmnopqrstuvwxyz ', space: ' ' },
  corpus: { train: 'english', validate: 'english-validation' },
  form,
  options: {
    depth: 5,
    spaceless: 0,
    smoothing: 1.5,
    price: PRICES[form],
    beginnings: 1,
    coarseFrom: 4,
    kept: 4,
  },
})

/** The same of another language: an exception saves fewer bits, as there is less text. */
const languageSubstitution = (code: string, form: TextForm): CountsRecipe => {
  const { name, letters } = languages[code]
  const rare = RARE[code] ?? ''
  const english = substitutionCounts(form, name)
  const counted = letters && [...letters].filter((letter) => !rare.includes(letter)).join('')
  return {
    ...english,
    ...(counted && { tokenizer: { alphabet: `${counted} `, space: ' ' } }),
    corpus: { train: `novels-${code}`, validate: `novels-${code}-validation` },
    options: {
      ...english.options,
      price: LOWER_PRICE_OF[code]?.[form] ?? Math.round(PRICES[form] / LESS_TEXT),
    },
  }
}

/** The same, where letters that are a language's own stay and are told apart. */
const ownSubstitution = (code: string, { letters }: OwnLetters, form: TextForm): CountsRecipe => {
  const folded = languageSubstitution(code, form)
  return {
    ...folded,
    name: `${languages[code].name.toLowerCase()}-own-${form}`,
    tokenizer: { alphabet: `${letters} `, space: ' ' },
    corpus: { train: `novels-${code}-own`, validate: `novels-${code}-own-validation` },
  }
}

/**
 * The same, larger, for where half a megabyte is no matter: contexts of five symbols wherever they stand, and an exception
 * saves half as much. An exception that saves 2.5 bits in place of 6 made words 150 KB larger, for 0.006 bits a character.
 */
const largeCounts = (form: TextForm): CountsRecipe => {
  const usual = substitutionCounts(form)
  return {
    ...usual,
    name: `${usual.name}-large`,
    description: `${usual.description}, of five symbols before each`,
    options: { ...usual.options, price: PRICES[form] / 2, kept: 5, leastSeen: 3 },
  }
}

/** Languages beside English that a substitution is searched in. */
const substituted = (): string[] =>
  Object.keys(languages).filter((code) => code !== 'en' && languages[code].substitution)

/** The rarest letters of a script, which are left out: a search for a substitution knows 31 at the most. */
const RARE: Readonly<Record<string, string>> = { ru: 'ёъ', uk: 'ґф' }

/** A ratio: text that English is learned from, to that of another language. */
const LESS_TEXT = 3

/** Bits that an exception has to save where there is less text still. */
const LOWER_PRICE_OF: Readonly<Record<string, Readonly<Record<TextForm, number>>>> = {
  ru: { words: 3, letters: 4 },
  uk: { words: 3, letters: 4 },
  el: { words: 0.5, letters: 0.5 },
}

/** Bits that an exception has to save, by the form of the text. */
const PRICES: Readonly<Record<TextForm, number>> = { words: 12, letters: 16 }

/** Every recipe of counts, by name. */
export const countsRecipes = (): Record<string, CountsRecipe> => ({
  'english-counts': englishCounts,
  ...Object.fromEntries(
    Object.keys(languages)
      .filter((code) => code !== 'en')
      .map((code) => [countsNameOf(code), languageCounts(code)]),
  ),
  ...Object.fromEntries(
    Object.entries(languages)
      .flatMap(([code, { own }]) =>
        own
          ? [ownCounts(code, own), ownSubstitution(code, own, 'words'), ownSubstitution(code, own, 'letters')]
          : [],
      )
      .map((recipe) => [recipe.name, recipe]),
  ),
  'english-words': substitutionCounts('words'),
  'english-letters': substitutionCounts('letters'),
  'english-words-large': largeCounts('words'),
  'english-letters-large': largeCounts('letters'),
  ...Object.fromEntries(
    substituted()
      .flatMap((code) => [languageSubstitution(code, 'words'), languageSubstitution(code, 'letters')])
      .map((recipe) => [recipe.name, recipe]),
  ),
})
