import { keyFamilies } from '@runnel/decipher'
import type { AutoSearch } from './auto-search.ts'
import type { Search } from './search.ts'
import { searchCounts } from './search-files.ts'

/** The searches of a worker: each is made once, when its cipher is first chosen, and its code comes no sooner. */
export class SearchShelf {
  readonly #opened = new Map<string, Promise<Search>>()
  readonly #ready = new Map<string, Search>()
  /** The meaning of `auto`, once its code has come. */
  auto: AutoSearch | undefined
  /** Tells a search what is known, once its code has come. */
  narrow: typeof import('./open-search.ts').narrowSearch | undefined

  /** Every cipher whose key is known, and those of them that read letter for letter, once their code has come. */
  ciphers:
    | Pick<typeof import('./open-search.ts'), 'everyCipherOf' | 'keyedCipherOf' | 'letterCipherOf'>
    | undefined

  /** Work that searches would do with their first text, in steps. */
  readonly #works: Iterator<unknown>[] = []

  /** Whether the keys of a cipher have to be searched. */
  needs(cipher: string): boolean {
    return !Object.hasOwn(keyFamilies, cipher)
  }

  /** The search for a cipher's keys, where it is ready. */
  find(cipher: string, letters = ''): Search | undefined {
    return this.#ready.get(cipher + letters)
  }

  /** Has `auto` seek keys that cannot be listed, too: those of every search whose counts are there. */
  async openAuto(): Promise<void> {
    const { openAuto } = await this.bring()
    const [told] = Object.keys(searchCounts).flatMap((cipher) => this.find(cipher) ?? [])
    if (!this.auto || this.auto.told !== told) this.auto = openAuto(told)
  }

  /**
   * Makes a search ready.
   *
   * @param files the counts that it is made of
   * @param letters those that the cipher moves; its own unless given
   */
  async open(cipher: string, files: readonly ArrayBuffer[], letters?: string): Promise<void> {
    const name = cipher + (letters ?? '')
    let opening = this.#opened.get(name)
    if (!opening) {
      opening = this.#make(cipher, files, letters)
      this.#opened.set(name, opening)
      // Files that were damaged may come again.
      opening.catch(() => this.#opened.delete(name))
    }
    this.#ready.set(name, await opening)
  }

  async #make(cipher: string, files: readonly ArrayBuffer[], letters?: string): Promise<Search> {
    const { openSearch } = await this.bring()
    const search = await openSearch(cipher, files, letters)
    if (search.workOut) this.#works.push(search.workOut()[Symbol.iterator]())
    return search
  }

  /** Does a step of the work that a search would do with its first text. @returns whether there was one */
  workOn(): boolean {
    while (this.#works.length > 0) {
      if (!this.#works[0].next().done) return true
      this.#works.shift()
    }
    return false
  }

  /** Brings the code of all searches. */
  async bring(): Promise<typeof import('./open-search.ts')> {
    const code = await import('./open-search.ts')
    this.narrow = code.narrowSearch
    this.ciphers = code
    return code
  }
}
