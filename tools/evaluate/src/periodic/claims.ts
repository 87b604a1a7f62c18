import { createRandom } from '@runnel/core'
import type { Decipherer } from '@runnel/decipher'
import { percent } from '../figures.ts'
import { foreignLanguages, languageNames, readForeign } from '../foreign-text.ts'
import { drawPassage, isLetter, type Layout } from '../live/streams.ts'
import { outsideFamilies } from '../open-world/families.ts'
import type { Report } from '../report.ts'
import { readPrefixes } from './read-prefixes.ts'

/** Text that no key of the cipher explains: its name, and a way to draw some. */
export interface Other {
  readonly name: string
  draw(random: ReturnType<typeof createRandom>, passage: { letters: number; layout: Layout }): string
}

/** Substitution, transposition and random letters of a text, and plain text in other languages: novels where there are some. */
export const otherTexts = (text: string, folder: string | undefined): Other[] => [
  ...outsideFamilies(text)
    .slice(1, 4)
    .map(({ name, draw }) => ({
      name,
      draw: (...of: Parameters<typeof draw>) => draw(...of).ciphertext,
    })),
  ...foreignLanguages
    .filter((language) => folder !== undefined || language === 'fi' || language === 'tr')
    .map((language) => {
      const foreign = readForeign(language, { folder, tuning: false })
      return {
        name: `${languageNames[language]}, plain`,
        draw: (...[random, passage]: Parameters<Other['draw']>) => drawPassage(foreign, random, passage),
      }
    }),
]

/** Kinds of such text, and how often a key is told for it. */
export const claimsOf = (
  others: readonly Other[],
  decipherer: Decipherer,
  { count, seed, letters, note }: { count: number; seed: number; letters: number; note: () => void },
): Report => ({
  page: 'docs/periodic.md',
  title: 'Text without such a key',
  about:
    `Text of ${letters} letters without spaces that no Vigenère key explains, read as Vigenère: share told as \`unknown\`, and share for ` +
    `which a key is told with a probability above one half; ${count} texts a row.`,
  columns: ['text', 'unknown', 'a key is claimed'],
  rows: others.map(({ name, draw }) => {
    const random = createRandom(seed)
    const ends = Array.from({ length: count }, () => {
      const { done } = readPrefixes(decipherer, draw(random, { letters, layout: 'no spaces' }), [], isLetter)
      note()
      return done
    })
    const unknown = ends.filter(({ cipher }) => cipher === 'unknown').length
    const claimed = ends.filter(({ cipher, probability }) => cipher !== 'unknown' && probability > 0.5)
    return [name, percent(unknown / count), percent(claimed.length / count)]
  }),
})
