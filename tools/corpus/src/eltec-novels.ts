import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { htmlProse } from './html-prose.ts'

/** A collection of novels, and which of them are to test on. */
interface Collection {
  /** Its folder in a checkout. */
  readonly folder: string
  readonly code: string
  /** Beginnings of the names of novels that are by authors of whom nothing is in the others. */
  readonly test: readonly string[]
  /** Whether some of its paragraphs are whole chapters, so that a line takes a sentence. */
  readonly bySentence?: boolean
}

const collections = {
  // Kuprin.
  russian: { code: 'ru', folder: 'level0', test: ['007', '020'] },
  // Polylas, Psycharis, Vikelas: two that write as people speak, and one as was thought learned.
  greek: { code: 'el', folder: 'level1', test: ['GRE0001', 'GRE0010', 'GRE0011'], bySentence: true },
} as const satisfies Record<string, Collection>

/** A language whose novels are made of a checkout. */
export type CollectedLanguage = keyof typeof collections

/** Whether novels of a language are made of a checkout. */
export const isCollected = (language: string): language is CollectedLanguage =>
  Object.hasOwn(collections, language)

/**
 * Novels in the public domain, as the other languages have them: `ru-train.txt.gz` and `ru-test.txt.gz`, or `el-…`, a
 * sentence or a paragraph a line. They are made of a checkout of `COST-ELTeC/ELTeC-rus` (commit `fc5014be10be`, 1839 to
 * 1905; the markup is CC BY 4.0, and left out) or `COST-ELTeC/ELTeC-gre` (commit `cdcf83f`, stories of 1870 to 1922).
 *
 * @param checkout its folder
 * @param folder where the two files go
 * @throws Error where the checkout holds no novels
 */
export const writeNovels = (language: CollectedLanguage, checkout: string, folder: string): void => {
  const { code, test, bySentence = false, ...collection }: Collection = collections[language]
  const level = path.join(checkout, collection.folder)
  const files = readdirSync(level)
    .filter((name) => name.endsWith('.xml'))
    .sort()
  const textOf = (names: readonly string[]) =>
    names.map((name) => `${linesOf(readFileSync(path.join(level, name), 'utf8'), bySentence)}\n`).join('')
  const isTest = (name: string): boolean => test.some((number) => name.startsWith(number))
  write('test', textOf(files.filter(isTest)))
  write('train', textOf(files.filter((name) => !isTest(name))))

  function write(name: string, text: string): void {
    writeFileSync(path.join(folder, `${code}-${name}.txt.gz`), gzipSync(text))
  }
}

/** The paragraphs of a novel in TEI, or its sentences, a line each, without its title page. */
const linesOf = (novel: string, bySentence: boolean): string =>
  htmlProse(novel.slice(Math.max(novel.indexOf('</teiHeader>'), novel.indexOf('</front>'))))
    .split('\n\n')
    .flatMap((paragraph) => (bySentence ? paragraph.split(/(?<=[.;!»]) +/) : [paragraph]))
    .filter((line) => line !== '')
    .join('\n')
