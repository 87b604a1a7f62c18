import { InvalidOptionError } from '@runnel/core'
import type { EmbeddedModel } from '@runnel/rnn-model'
import { catalog } from './catalog.ts'
import { type ListedLanguage, languageList } from './language-list.ts'

export type { ListedLanguage } from './language-list.ts'

/** A language that ships. */
export interface ShippedLanguage extends ListedLanguage {
  /** Loads its counts, for `loadCounts`; only what is asked for is read. */
  counts(): Promise<EmbeddedModel>
  /** Loads those that tell the letters of its own alphabet apart, where there are some. */
  ownCounts?(): Promise<EmbeddedModel>
  /** Loads the counts of words and of letters that a substitution is searched with, where there are some. */
  substitutionCounts?(): Promise<readonly [words: EmbeddedModel, letters: EmbeddedModel]>
  /** The same of the letters of its own alphabet, where there are some. */
  ownSubstitutionCounts?(): Promise<readonly [words: EmbeddedModel, letters: EmbeddedModel]>
  /** The same, three times as large, which look a symbol further back. */
  largeSubstitutionCounts?(): Promise<readonly [words: EmbeddedModel, letters: EmbeddedModel]>
}

/** Every language that ships, by its code in ISO 639-1. */
export const languages: Readonly<Record<string, ShippedLanguage>> = {
  en: {
    ...languageList.en,
    counts: async () => (await import('./english-counts.weights.ts')).englishCounts,
    substitutionCounts: async () => [
      (await import('./english-words.weights.ts')).englishWords,
      (await import('./english-letters.weights.ts')).englishLetters,
    ],
    largeSubstitutionCounts: async () => [
      (await import('./english-words-large.weights.ts')).englishWordsLarge,
      (await import('./english-letters-large.weights.ts')).englishLettersLarge,
    ],
  },
  de: {
    ...languageList.de,
    counts: async () => (await import('./german-counts.weights.ts')).germanCounts,
    substitutionCounts: async () => [
      (await import('./german-words.weights.ts')).germanWords,
      (await import('./german-letters.weights.ts')).germanLetters,
    ],
  },
  fr: {
    ...languageList.fr,
    counts: async () => (await import('./french-counts.weights.ts')).frenchCounts,
    substitutionCounts: async () => [
      (await import('./french-words.weights.ts')).frenchWords,
      (await import('./french-letters.weights.ts')).frenchLetters,
    ],
  },
  es: {
    ...languageList.es,
    counts: async () => (await import('./spanish-counts.weights.ts')).spanishCounts,
    ownCounts: async () => (await import('./spanish-own-counts.weights.ts')).spanishOwnCounts,
    substitutionCounts: async () => [
      (await import('./spanish-words.weights.ts')).spanishWords,
      (await import('./spanish-letters.weights.ts')).spanishLetters,
    ],
    ownSubstitutionCounts: async () => [
      (await import('./spanish-own-words.weights.ts')).spanishOwnWords,
      (await import('./spanish-own-letters.weights.ts')).spanishOwnLetters,
    ],
  },
  it: {
    ...languageList.it,
    counts: async () => (await import('./italian-counts.weights.ts')).italianCounts,
    substitutionCounts: async () => [
      (await import('./italian-words.weights.ts')).italianWords,
      (await import('./italian-letters.weights.ts')).italianLetters,
    ],
  },
  pt: {
    ...languageList.pt,
    counts: async () => (await import('./portuguese-counts.weights.ts')).portugueseCounts,
    substitutionCounts: async () => [
      (await import('./portuguese-words.weights.ts')).portugueseWords,
      (await import('./portuguese-letters.weights.ts')).portugueseLetters,
    ],
  },
  pl: {
    ...languageList.pl,
    counts: async () => (await import('./polish-counts.weights.ts')).polishCounts,
    substitutionCounts: async () => [
      (await import('./polish-words.weights.ts')).polishWords,
      (await import('./polish-letters.weights.ts')).polishLetters,
    ],
  },
  cs: {
    ...languageList.cs,
    counts: async () => (await import('./czech-counts.weights.ts')).czechCounts,
    substitutionCounts: async () => [
      (await import('./czech-words.weights.ts')).czechWords,
      (await import('./czech-letters.weights.ts')).czechLetters,
    ],
  },
  sv: {
    ...languageList.sv,
    counts: async () => (await import('./swedish-counts.weights.ts')).swedishCounts,
    ownCounts: async () => (await import('./swedish-own-counts.weights.ts')).swedishOwnCounts,
    substitutionCounts: async () => [
      (await import('./swedish-words.weights.ts')).swedishWords,
      (await import('./swedish-letters.weights.ts')).swedishLetters,
    ],
    ownSubstitutionCounts: async () => [
      (await import('./swedish-own-words.weights.ts')).swedishOwnWords,
      (await import('./swedish-own-letters.weights.ts')).swedishOwnLetters,
    ],
  },
  no: {
    ...languageList.no,
    counts: async () => (await import('./norwegian-counts.weights.ts')).norwegianCounts,
    ownCounts: async () => (await import('./norwegian-own-counts.weights.ts')).norwegianOwnCounts,
    substitutionCounts: async () => [
      (await import('./norwegian-words.weights.ts')).norwegianWords,
      (await import('./norwegian-letters.weights.ts')).norwegianLetters,
    ],
    ownSubstitutionCounts: async () => [
      (await import('./norwegian-own-words.weights.ts')).norwegianOwnWords,
      (await import('./norwegian-own-letters.weights.ts')).norwegianOwnLetters,
    ],
  },
  hu: {
    ...languageList.hu,
    counts: async () => (await import('./hungarian-counts.weights.ts')).hungarianCounts,
    substitutionCounts: async () => [
      (await import('./hungarian-words.weights.ts')).hungarianWords,
      (await import('./hungarian-letters.weights.ts')).hungarianLetters,
    ],
  },
  ro: {
    ...languageList.ro,
    counts: async () => (await import('./romanian-counts.weights.ts')).romanianCounts,
    substitutionCounts: async () => [
      (await import('./romanian-words.weights.ts')).romanianWords,
      (await import('./romanian-letters.weights.ts')).romanianLetters,
    ],
  },
  sl: {
    ...languageList.sl,
    counts: async () => (await import('./slovenian-counts.weights.ts')).slovenianCounts,
    substitutionCounts: async () => [
      (await import('./slovenian-words.weights.ts')).slovenianWords,
      (await import('./slovenian-letters.weights.ts')).slovenianLetters,
    ],
  },
  ru: {
    ...languageList.ru,
    counts: async () => (await import('./russian-counts.weights.ts')).russianCounts,
    substitutionCounts: async () => [
      (await import('./russian-words.weights.ts')).russianWords,
      (await import('./russian-letters.weights.ts')).russianLetters,
    ],
  },
  uk: {
    ...languageList.uk,
    counts: async () => (await import('./ukrainian-counts.weights.ts')).ukrainianCounts,
    substitutionCounts: async () => [
      (await import('./ukrainian-words.weights.ts')).ukrainianWords,
      (await import('./ukrainian-letters.weights.ts')).ukrainianLetters,
    ],
  },
  el: {
    ...languageList.el,
    counts: async () => (await import('./greek-counts.weights.ts')).greekCounts,
    substitutionCounts: async () => [
      (await import('./greek-words.weights.ts')).greekWords,
      (await import('./greek-letters.weights.ts')).greekLetters,
    ],
  },
}

/**
 * A language by its code.
 *
 * @param letters those that the cipher moves: where they are the language's own, so are its counts
 * @throws InvalidOptionError when it does not ship; the message lists those that do
 * @example
 * import { countsLanguageModel, loadCounts } from '@runnel/decipher'
 * import { findLanguage } from '@runnel/models/languages'
 * const german = countsLanguageModel(await loadCounts(await findLanguage('de').counts()))
 */
export const findLanguage = (code: string, letters?: string): ShippedLanguage => {
  if (Object.hasOwn(languages, code)) {
    const language = languages[code]
    const { own, ownCounts, ownSubstitutionCounts } = language
    return ownCounts && ownSubstitutionCounts && own?.letters === letters
      ? { ...language, counts: ownCounts, substitutionCounts: ownSubstitutionCounts }
      : language
  }
  throw new InvalidOptionError('language', code, `one of ${Object.keys(languages).join(', ')}`)
}

/** Loads each net that reads many languages, by its name, for `loadModel`; `netList` of `@runnel/models` says which. */
export const languageNets: Readonly<Record<string, () => Promise<EmbeddedModel>>> = {
  european: async () => (await import('./european.weights.ts')).european,
}

/** Loads each net that ships, by its name: those of `catalog` as well. */
export const shippedNets: Readonly<Record<string, () => Promise<EmbeddedModel>>> = {
  ...catalog,
  ...languageNets,
}
