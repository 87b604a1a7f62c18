import { InvalidOptionError } from '@runnel/core'
import { alphabets } from '@runnel/core/alphabets'
import type { EmbeddedModel } from '@runnel/rnn-model'

/** A language that ships. */
export interface ShippedLanguage {
  /** Its name in English. */
  readonly name: string
  /** The letters of its script, where that is not the Latin one. */
  readonly letters?: string
  /** Loads its counts, for `loadCounts`; only what is asked for is read. */
  counts(): Promise<EmbeddedModel>
}

/** Every language that ships, by its code in ISO 639-1. */
export const languages: Readonly<Record<string, ShippedLanguage>> = {
  en: {
    name: 'English',
    counts: async () => (await import('./english-counts.weights.ts')).englishCounts,
  },
  de: {
    name: 'German',
    counts: async () => (await import('./german-counts.weights.ts')).germanCounts,
  },
  fr: {
    name: 'French',
    counts: async () => (await import('./french-counts.weights.ts')).frenchCounts,
  },
  es: {
    name: 'Spanish',
    counts: async () => (await import('./spanish-counts.weights.ts')).spanishCounts,
  },
  it: {
    name: 'Italian',
    counts: async () => (await import('./italian-counts.weights.ts')).italianCounts,
  },
  pt: {
    name: 'Portuguese',
    counts: async () => (await import('./portuguese-counts.weights.ts')).portugueseCounts,
  },
  pl: {
    name: 'Polish',
    counts: async () => (await import('./polish-counts.weights.ts')).polishCounts,
  },
  cs: {
    name: 'Czech',
    counts: async () => (await import('./czech-counts.weights.ts')).czechCounts,
  },
  sv: {
    name: 'Swedish',
    counts: async () => (await import('./swedish-counts.weights.ts')).swedishCounts,
  },
  no: {
    name: 'Norwegian',
    counts: async () => (await import('./norwegian-counts.weights.ts')).norwegianCounts,
  },
  hu: {
    name: 'Hungarian',
    counts: async () => (await import('./hungarian-counts.weights.ts')).hungarianCounts,
  },
  ro: {
    name: 'Romanian',
    counts: async () => (await import('./romanian-counts.weights.ts')).romanianCounts,
  },
  sl: {
    name: 'Slovenian',
    counts: async () => (await import('./slovenian-counts.weights.ts')).slovenianCounts,
  },
  uk: {
    name: 'Ukrainian',
    letters: alphabets.uk.letters,
    counts: async () => (await import('./ukrainian-counts.weights.ts')).ukrainianCounts,
  },
}

/**
 * A language by its code.
 *
 * @throws InvalidOptionError when it does not ship; the message lists those that do
 * @example
 * import { countsLanguageModel, loadCounts } from '@runnel/decipher'
 * import { findLanguage } from '@runnel/models/languages'
 * const german = countsLanguageModel(await loadCounts(await findLanguage('de').counts()))
 */
export const findLanguage = (code: string): ShippedLanguage => {
  if (Object.hasOwn(languages, code)) return languages[code]
  throw new InvalidOptionError('language', code, `one of ${Object.keys(languages).join(', ')}`)
}
