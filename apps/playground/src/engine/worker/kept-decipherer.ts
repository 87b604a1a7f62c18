import { type CipherChoice, createDecipherer, type Decipherer } from '@runnel/decipher'
import type { LanguageShelf } from '../languages/language-shelf.ts'
import type { ReadingOptions } from '../options.ts'
import { CANDIDATES } from '../reading/constants.ts'
import type { NarrowedKeys } from '../reading/narrowed-keys.ts'
import { searchCounts } from '../searches/search-files.ts'
import type { LoadedModel } from './loaded-model.ts'

/** The means that a decipherer is made of. */
type DeciphererMeans = Pick<LoadedModel, 'model' | 'counts'> & { readonly languages: LanguageShelf }

/** The decipherer of the latest choices, which is kept: making one takes some milliseconds. */
export class KeptDecipherer {
  #kept: { choice: NarrowedKeys['choice']; name: string; made: Decipherer } | undefined

  of(options: ReadingOptions, choice: NarrowedKeys['choice'], means: DeciphererMeans): Decipherer {
    const { model, counts, languages } = means
    const { watch, commit, letters, candidates = CANDIDATES } = options
    // Counts of its own, which a search is made of, are of English.
    const language = Object.hasOwn(searchCounts, options.cipher) ? undefined : options.language
    const isSearched = typeof choice === 'object' && 'prepare' in choice && choice.name !== 'auto'
    const isSought = isSearched || language !== undefined
    const name = JSON.stringify([language, letters, watch, commit, isSought && candidates])
    if (this.#kept?.choice !== choice || this.#kept.name !== name) {
      const given = {
        model,
        counts,
        cipher: choice as CipherChoice | Exclude<typeof choice, string>,
        ...languages.meansOf(language, choice, letters),
        ...(commit && { commit }),
        ...(watch && { watch }),
        // The trace of a search tells the best key alone.
        ...(isSought && { candidates }),
      }
      this.#kept = { choice, name, made: createDecipherer(given) }
    }
    return this.#kept.made
  }
}
