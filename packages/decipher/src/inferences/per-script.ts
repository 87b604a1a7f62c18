import { createSettlingInference, type SettlingOptions } from '../settling/settling-stream.ts'
import { createByScript } from './by-script.ts'
import type { EndingFinder, KeyFinder } from './key-finder.ts'
import type { LanguageChoice } from './language-choice.ts'

/**
 * A search of text in languages of one script, or one for each script, of which the letters of the text choose.
 *
 * @param finderOf makes the search of languages in one script, whose letters are given where they are not the Latin ones
 */
export const perScript = <Found extends SettlingOptions>(
  languages: readonly LanguageChoice[],
  finderOf: (own: readonly LanguageChoice[], letters: string | undefined) => KeyFinder<Found>,
): KeyFinder<Found> | EndingFinder => {
  const scripts = [...new Set(languages.map(({ letters }) => letters))]
  const finders = scripts.map((script) =>
    finderOf(
      languages.filter(({ letters }) => letters === script),
      script,
    ),
  )
  const [first] = finders
  if (finders.length === 1) return first
  return {
    name: first.name,
    createInference: (means) =>
      createByScript(finders.map((finder) => createSettlingInference(finder.prepare(means)))),
  }
}
