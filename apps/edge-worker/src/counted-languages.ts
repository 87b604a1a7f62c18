import type { LanguageChoice } from '@runnel/decipher/languages'

/** Languages whose look-ups are counted, each about as much work as a step of a net, and the count so far. */
export interface CountedLanguages {
  readonly languages: readonly LanguageChoice[]
  steps(): number
}

/** Makes languages that count what is looked up in them. */
export const countLanguages = (languages: readonly LanguageChoice[]): CountedLanguages => {
  let steps = 0
  return {
    steps: () => steps,
    languages: languages.map(({ counts, ...language }) => ({
      ...language,
      counts: {
        ...counts,
        fill(context, out, at) {
          steps++
          counts.fill(context, out, at)
        },
      },
    })),
  }
}
