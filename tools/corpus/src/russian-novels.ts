import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { htmlProse } from './html-prose.ts'

/** Novels by Kuprin, of whom nothing is in the others. */
const TEST = ['007', '020']

/**
 * Russian novels of 1839 to 1905 in the public domain, as the other languages have them: `ru-train.txt.gz` and
 * `ru-test.txt.gz`, a sentence or a paragraph a line, made of a checkout of `COST-ELTeC/ELTeC-rus` (its Extended collection,
 * commit `fc5014be10be`; the markup is CC BY 4.0, and left out).
 *
 * @param checkout its folder
 * @param folder where the two files go
 * @throws Error where the checkout holds no novels
 */
export const writeRussianNovels = (checkout: string, folder: string): void => {
  const level = path.join(checkout, 'level0')
  const files = readdirSync(level)
    .filter((name) => name.endsWith('.xml'))
    .sort()
  const textOf = (names: readonly string[]) =>
    names.map((name) => `${paragraphsOf(readFileSync(path.join(level, name), 'utf8'))}\n`).join('')
  const isTest = (name: string): boolean => TEST.some((number) => name.startsWith(number))
  write('ru-test', textOf(files.filter(isTest)))
  write('ru-train', textOf(files.filter((name) => !isTest(name))))

  function write(name: string, text: string): void {
    writeFileSync(path.join(folder, `${name}.txt.gz`), gzipSync(text))
  }
}

/** The paragraphs of a novel in TEI, a line each, without its title page. */
const paragraphsOf = (novel: string): string =>
  htmlProse(novel.slice(novel.indexOf('</front>')))
    .split('\n\n')
    .filter((paragraph) => paragraph !== '')
    .join('\n')
