import { type Counts, type DecipherOptions, loadCounts } from '@runnel/decipher'
import type { Search } from '../searches/search.ts'

/** The cipher of a decipherer, or its keys. */
type Choice = Parameters<typeof import('@runnel/decipher/languages').inLanguages>[1]

/** A language that has come, and its search for a substitution, where it has one. */
interface Shelved {
  readonly counts: Counts
  readonly substitution?: Search | undefined
}

/** The languages of a worker: each is handed over when it is first chosen, and the code that reads by them no sooner. */
export class LanguageShelf {
  readonly #languages = new Map<string, Shelved>()
  #code: Pick<typeof import('../searches/open-search.ts'), 'inLanguages' | 'openAutoIn'> | undefined

  /** Whether a language can be read; English always can, by its net. */
  has(language: string | undefined): boolean {
    return language === undefined || this.#languages.has(language)
  }

  /**
   * Takes a language.
   *
   * @param files its counts, and those of the search for a substitution, where there are some
   * @throws ModelFormatError when they are damaged
   */
  async take(language: string, files: readonly ArrayBuffer[]): Promise<void> {
    const code = await import('../searches/open-search.ts')
    this.#code = code
    const [first, ...others] = files
    const counts = await loadCounts(first)
    const substitution = others.length > 0 ? await code.openSearch('substitution', others) : undefined
    this.#languages.set(language, { counts, substitution })
  }

  /** The search for a substitution over a to z in a language that is there. */
  substitutionIn(language: string | undefined): Search | undefined {
    return language === undefined ? undefined : this.#languages.get(language)?.substitution
  }

  /** The means of a decipherer that reads a language which is there; undefined for English. */
  meansOf(
    language: string | undefined,
    cipher: Choice,
    letters?: string,
  ): Pick<DecipherOptions, 'cipher' | 'model' | 'counts'> | undefined {
    const shelved = language === undefined ? undefined : this.#languages.get(language)
    if (language === undefined || !shelved) return undefined
    const { counts, substitution } = shelved
    const choice = { code: language, counts, letters }
    // Keys are sought over the letters of a script, whichever it is.
    const isAuto = cipher === 'auto' && !letters?.includes('a')
    return isAuto
      ? { cipher: this.#code?.openAutoIn(choice, substitution) }
      : this.#code?.inLanguages([choice], cipher)
  }
}
