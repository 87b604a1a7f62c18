import type { Counts } from '@runnel/decipher'
import type { LanguageChoice } from '@runnel/decipher/languages'

/** Languages whose look-ups are counted, each about as much work as a step of a net, and the count so far. */
export interface CountedLanguages {
  readonly languages: readonly LanguageChoice[]
  steps(): number
}

/**
 * Makes what has languages count what is looked up in them, all together. The counts of a language are handed on as one and the
 * same, however often: tables are worked out once for each that comes.
 */
export const createLanguageCounter = (): ((languages: readonly LanguageChoice[]) => CountedLanguages) => {
  let steps = 0
  const known = new WeakMap<Counts, Counts>()
  const counted = (counts: Counts): Counts => {
    const counting = known.get(counts) ?? {
      ...counts,
      fill(context: number, out: Float32Array, at: number) {
        steps++
        counts.fill(context, out, at)
      },
    }
    known.set(counts, counting)
    return counting
  }
  return (languages) => ({
    steps: () => steps,
    languages: languages.map(({ counts, ...language }) => ({ ...language, counts: counted(counts) })),
  })
}
