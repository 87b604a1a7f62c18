import type { Decipherer, DecipherOptions } from '@runnel/decipher'
import type { Decoder } from '../decoding/decoder.ts'
import { LanguageShelf } from '../languages/language-shelf.ts'
import type { KnownStretch, ReadingOptions } from '../options.ts'
import type { Searches } from '../reading/narrowed-keys.ts'
import { type CipherOf, listedCipherOf } from '../reading/read-with.ts'
import type { Search } from '../searches/search.ts'
import { searchCounts } from '../searches/search-files.ts'
import { SearchShelf } from '../searches/search-shelf.ts'

/** The means of reading besides the model, each brought when it is first asked for: searches, languages, ciphers of blocks, and what takes encodings off. */
export class Means {
  readonly #searches = new SearchShelf()
  readonly languages = new LanguageShelf()
  readonly #supplied = new Map<string, readonly ArrayBuffer[]>()
  #wholeText: typeof import('../decoding/whole-text.ts') | undefined

  /** Does a step of what a search would do with its first text. @returns whether there was one */
  workOn(): boolean {
    return this.#searches.workOn()
  }

  /** Whether all is there that the options ask for. */
  has(options: ReadingOptions): boolean {
    return (
      (this.#wholeText !== undefined || !options.encoding) &&
      !this.#missesSearch(options) &&
      !this.#missesCipher(options) &&
      this.languages.has(options.language)
    )
  }

  /** Whether what is missing can be brought: counts are handed over by the page. */
  canBring({ cipher, language }: ReadingOptions): boolean {
    if (!this.languages.has(language)) return false
    return !this.#searches.needs(cipher) || !Object.hasOwn(searchCounts, cipher) || this.#supplied.has(cipher)
  }

  /** Brings what is missing. @throws ModelFormatError when counts are damaged */
  async bring(options: ReadingOptions): Promise<void> {
    if (options.encoding) await this.bringDecoder()
    if (this.#missesCipher(options)) await this.#searches.bring()
    if (!this.#missesSearch(options)) return
    const files = this.#supplied.get(options.cipher) ?? []
    await this.#searches.open(options.cipher, files, options.letters)
  }

  async bringDecoder(): Promise<void> {
    this.#wholeText ??= await import('../decoding/whole-text.ts')
  }

  /** Takes the counts of a search. @throws ModelFormatError when they are damaged */
  async supply(cipher: string, files: readonly ArrayBuffer[]): Promise<void> {
    this.#supplied.set(cipher, files)
    await this.#searches.open(cipher, files)
  }

  /** Takes the counts of a language. @throws ModelFormatError when they are damaged */
  async supplyLanguage(language: string, files: readonly ArrayBuffer[]): Promise<void> {
    await this.#searches.bring()
    await this.languages.take(language, files)
  }

  /** Has `auto` seek keys that cannot be listed, from the next text on: as many as there are counts for. */
  bringAuto(): Promise<void> {
    return this.#searches.openAuto()
  }

  /** The searches that a reading needs, where they have come. `auto` searches in English alone. */
  searchesFor(options: ReadingOptions): Searches {
    const { cipher, language, stretches = [] } = options
    if (stretches.length > 0) return {}
    const isWide = cipher === 'auto' && language === undefined
    const { auto, narrow } = this.#searches
    return { search: this.#searchFor(options), auto: isWide ? auto : undefined, narrow }
  }

  /** Finds the cipher of a stretch whose key is known; over the letters that it says, where that can be. */
  cipherOf({ cipher, key, alphabet }: KnownStretch): DecipherOptions['cipher'] {
    const { ciphers } = this.#searches
    return ciphers ? ciphers.keyedCipherOf(cipher, key, alphabet) : listedCipherOf(cipher)
  }

  /**
   * Finds ciphers that read letter for letter, over letters of their own unless given: one that was found by a search, or over
   * other letters, is there with it.
   */
  letterCiphers(letters?: string): CipherOf {
    const { ciphers } = this.#searches
    if (!ciphers) return listedCipherOf
    return (name) => ciphers.letterCipherOf(name, letters)
  }

  /** A decoder for a text of its own. @throws InvalidOptionError on an encoding that is none */
  createDecoder({ encoding }: ReadingOptions): Decoder | undefined {
    return encoding ? this.#wholeText?.createDecoder(encoding) : undefined
  }

  /** Has the heading of a whole text left as it stands, where nobody has said what cipher it is in. */
  readingHeads(decipherer: Decipherer, { cipher, language, encoding }: ReadingOptions): Decipherer {
    const isHeaded = cipher === 'auto' && language === undefined && encoding
    return (isHeaded && this.#wholeText?.readingHeads(decipherer)) || decipherer
  }

  #missesSearch(options: ReadingOptions): boolean {
    const { cipher, stretches = [] } = options
    return stretches.length === 0 && this.#searches.needs(cipher) && !this.#searchFor(options)
  }

  /** The search for a cipher's keys, where it is ready: that for a substitution belongs to a language. */
  #searchFor({ cipher, language, letters }: ReadingOptions): Search | undefined {
    const own = Object.hasOwn(searchCounts, cipher) ? this.languages.substitutionIn(language) : undefined
    return own ?? this.#searches.find(cipher, letters)
  }

  #missesCipher({ stretches = [] }: ReadingOptions): boolean {
    return (
      this.#searches.ciphers === undefined &&
      stretches.some(({ cipher, alphabet }) => alphabet || !listedCipherOf(cipher))
    )
  }
}
