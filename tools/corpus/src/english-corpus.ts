import { brown } from './brown.ts'
import { manuals } from './documentation.ts'
import { factbook } from './factbook.ts'
import { janeAusten } from './jane-austen.ts'
import { jargonFile } from './jargon-file.ts'
import { mail } from './mail.ts'
import { mobyDick } from './moby-dick.ts'
import { createOverlap, sameness } from './overlap.ts'
import { paragraphsOf } from './paragraphs.ts'
import { sotu } from './sotu.ts'
import type { CorpusSource } from './source.ts'
import { wordnet } from './wordnet.ts'
import { worldEnglishBible } from './world-english-bible.ts'

/** Paragraphs left of a source after cleaning, with counts of those left out. */
export interface CleanedSource {
  source: CorpusSource
  paragraphs: string[]
  /** Paragraphs left out since they had occurred before, in this source or an earlier one. */
  repeated: number
  /** Paragraphs left out since they share words with the test text. */
  inTest: number
}

/** English text for a language model; a paragraph a line. */
export interface EnglishCorpus {
  train: string
  validate: string
  sources: readonly CleanedSource[]
}

/** Texts a language model is trained on, in this order. */
export const englishSources: readonly CorpusSource[] = [
  sotu,
  janeAusten,
  worldEnglishBible,
  jargonFile,
  mail,
  wordnet,
  factbook,
  ...manuals,
]

/**
 * All English text there is to train on, and that of one source kept from it to validate on: cleaned, no
 * paragraph twice, none that shares ten words in a row with the test text.
 *
 * @throws DebianPackageError where the sources from Debian cannot be had
 */
export const englishCorpus = (): EnglishCorpus => {
  const cleaned = cleanSources([mobyDick, ...englishSources], brown.read())
  const [validation, ...training] = cleaned
  return {
    train: joined(training.flatMap(({ paragraphs }) => paragraphs)),
    validate: joined(validation.paragraphs),
    sources: cleaned,
  }
}

/** Cleans sources in turn, so that what one holds is not in a later one again. */
export const cleanSources = (sources: readonly CorpusSource[], testText: string): CleanedSource[] => {
  const test = sources.find((source) => source.test)
  if (test) throw new Error(`${test.name} is test text: nothing may be trained or validated on it`)
  const overlapsTest = createOverlap(testText)
  const seen = new Set<string>()
  return sources.map((source) => {
    const result: CleanedSource = { source, paragraphs: [], repeated: 0, inTest: 0 }
    for (const paragraph of paragraphsOf(source.read())) {
      const key = sameness(paragraph)
      if (seen.has(key)) result.repeated++
      else if (overlapsTest(paragraph)) result.inTest++
      else result.paragraphs.push(paragraph)
      seen.add(key)
    }
    return result
  })
}

const joined = (paragraphs: readonly string[]): string => `${paragraphs.join('\n')}\n`
