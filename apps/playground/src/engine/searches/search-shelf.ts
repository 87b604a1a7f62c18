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

  readonly #pause: () => Promise<void> | void

  /** @param pause gives way to what else there is to do, after work that takes a while */
  constructor(pause: () => Promise<void> | void) {
    this.#pause = pause
  }

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

  /** A search, whose first text does not have to wait for what it works out once. */
  async #make(cipher: string, files: readonly ArrayBuffer[], letters?: string): Promise<Search> {
    const { openSearch } = await this.bring()
    const search = await openSearch(cipher, files, letters)
    for (const _ of search.workOut?.() ?? []) await this.#pause()
    return search
  }

  /** Brings the code of all searches. */
  async bring(): Promise<typeof import('./open-search.ts')> {
    const code = await import('./open-search.ts')
    this.narrow = code.narrowSearch
    this.ciphers = code
    return code
  }
}
