import { createRandom, type Random } from '@runnel/core'
import { brown } from './brown.ts'
import { englishCorpus } from './english-corpus.ts'
import { type NovelCorpus, novelCorpus } from './novel-corpus.ts'
import { createOverlap } from './overlap.ts'

/** Languages in Latin script of which there are novels, by their codes in ISO 639-1. */
export const EUROPEAN = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'cs',
  'sv',
  'no',
  'hu',
  'ro',
  'sl',
  'en',
] as const

/** Characters of a stretch, at the least: one stream of five hundred characters in ten goes from one stretch to another. */
const STRETCH = 5000

/** One stretch of modern English in so many is taken: about as much as there is of novels. */
const MODERN = 4

/**
 * Text in thirteen languages to train one net on: their novels, and of English modern text too. Cut into stretches of
 * some paragraphs, which follow one another in random order, the same each time. A language's share is the square root
 * of what there is of it; nothing comes twice, and nothing that shares ten words in a row with the Brown corpus.
 *
 * @throws NovelsError where the folder does not hold the novels
 */
export const europeanCorpus = (folder: string): NovelCorpus => {
  const corpora = EUROPEAN.map((code) => novelCorpus(code, folder))
  const parts = corpora.map(({ train }) => stretchesOf(train))
  parts[EUROPEAN.indexOf('en')] = englishStretches(corpora[EUROPEAN.indexOf('en')].train)
  const random = createRandom(1)
  return {
    train: mixed(parts, random),
    validate: mixed(
      corpora.map(({ validate }) => stretchesOf(validate)),
      random,
    ),
  }
}

const englishStretches = (novels: string): string[] => {
  const overlapsTest = createOverlap(brown.read())
  const paragraphs = novels.split('\n').filter((paragraph) => !overlapsTest(paragraph))
  const modern = stretchesOf(englishCorpus().train)
  return [...stretchesOf(paragraphs.join('\n')), ...modern.filter((_, at) => at % MODERN === 0)]
}

/** Stretches of each language in random order, languages in shares of the square root of their size. */
export const mixed = (languages: readonly (readonly string[])[], random: Random): string => {
  const sizes = languages.map((stretches) => stretches.reduce((sum, { length }) => sum + length, 0))
  const least = Math.min(...sizes)
  const taken = languages.flatMap((stretches, language) => {
    let left = Math.sqrt(sizes[language] * least)
    return shuffled(stretches, random).filter(({ length }) => {
      left -= length
      return left + length > 0
    })
  })
  return shuffled(taken, random).join('')
}

/** Stretches of whole lines, each ending in one. */
export const stretchesOf = (text: string): string[] => {
  const stretches: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', Math.min(from + STRETCH, text.length - 1))
    stretches.push(text.slice(from, end + 1))
    from = end + 1
  }
  return stretches
}

const shuffled = (values: readonly string[], random: Random): string[] =>
  values
    .map((value) => ({ value, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
