import { type Counts, type DecipherOptions, loadCounts } from '@runnel/decipher'

/** The cipher of a decipherer, or its keys. */
type Choice = Parameters<typeof import('@runnel/decipher/languages').inLanguages>[1]

/** The languages of a worker: each is handed over when it is first chosen, and the code that reads by them no sooner. */
export class LanguageShelf {
  readonly #counts = new Map<string, Counts>()
  #code: Pick<typeof import('../searches/open-search.ts'), 'inLanguages' | 'openAutoIn'> | undefined

  /** Whether a language can be read; English always can, by its net. */
  has(language: string | undefined): boolean {
    return language === undefined || (this.#code !== undefined && this.#counts.has(language))
  }

  /** Takes the counts of a language. @throws ModelFormatError when they are damaged */
  async take(language: string, file: ArrayBuffer): Promise<void> {
    this.#code ??= await import('../searches/open-search.ts')
    this.#counts.set(language, await loadCounts(file))
  }

  /** The means of a decipherer that reads a language which is there; undefined for English. */
  meansOf(
    language: string | undefined,
    cipher: Choice,
    letters?: string,
  ): Pick<DecipherOptions, 'cipher' | 'model' | 'counts'> | undefined {
    const counts = language === undefined ? undefined : this.#counts.get(language)
    if (language === undefined || !counts) return undefined
    const choice = { code: language, counts, letters }
    const isAuto = cipher === 'auto' && letters === undefined
    return isAuto ? { cipher: this.#code?.openAutoIn(choice) } : this.#code?.inLanguages([choice], cipher)
  }
}
