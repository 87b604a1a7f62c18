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
  ciphers: Pick<typeof import('./open-search.ts'), 'everyCipherOf' | 'letterCipherOf'> | undefined

  /** Whether the keys of a cipher have to be searched. */
  needs(cipher: string): boolean {
    return !Object.hasOwn(keyFamilies, cipher)
  }

  /** The search for a cipher's keys, where it is ready. */
  find(cipher: string): Search | undefined {
    return this.#ready.get(cipher)
  }

  /** Has `auto` seek keys that cannot be listed, too: those of every search whose counts are there. */
  async openAuto(): Promise<void> {
    const { openAuto } = await this.bring()
    const [told] = Object.keys(searchCounts).flatMap((cipher) => this.find(cipher) ?? [])
    if (!this.auto || this.auto.told !== told) this.auto = openAuto(told)
  }

  /** Makes a search ready. @param files the counts that it is made of */
  async open(cipher: string, files: readonly ArrayBuffer[]): Promise<void> {
    let opening = this.#opened.get(cipher)
    if (!opening) {
      opening = this.bring().then(({ openSearch }) => openSearch(cipher, files))
      this.#opened.set(cipher, opening)
      // Files that were damaged may come again.
      opening.catch(() => this.#opened.delete(cipher))
    }
    this.#ready.set(cipher, await opening)
  }

  /** Brings the code of all searches. */
  async bring(): Promise<typeof import('./open-search.ts')> {
    const code = await import('./open-search.ts')
    this.narrow = code.narrowSearch
    this.ciphers = code
    return code
  }
}
