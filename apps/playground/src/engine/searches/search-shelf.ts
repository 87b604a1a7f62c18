import { keyFamilies } from '@runnel/decipher'
import type { openAuto, Search } from './open-search.ts'

/** The searches of a worker: each is made once, when its cipher is first chosen, and its code comes no sooner. */
export class SearchShelf {
  readonly #opened = new Map<string, Promise<Search>>()
  readonly #ready = new Map<string, Search>()
  /** The search that `auto` stands for, once its code has come. */
  auto: ReturnType<typeof openAuto> | undefined

  /** Whether the keys of a cipher have to be searched. */
  needs(cipher: string): boolean {
    return !Object.hasOwn(keyFamilies, cipher)
  }

  /** The search for a cipher's keys, where it is ready. */
  find(cipher: string): Search | undefined {
    return this.#ready.get(cipher)
  }

  /** Has `auto` seek keys that cannot be listed, too. */
  async openAuto(): Promise<void> {
    this.auto ??= (await import('./open-search.ts')).openAuto()
  }

  /** Makes a search ready. @param files the counts that it is made of */
  async open(cipher: string, files: readonly ArrayBuffer[]): Promise<void> {
    let opening = this.#opened.get(cipher)
    if (!opening) {
      opening = import('./open-search.ts').then(({ openSearch }) => openSearch(cipher, files))
      this.#opened.set(cipher, opening)
      // Files that were damaged may come again.
      opening.catch(() => this.#opened.delete(cipher))
    }
    this.#ready.set(cipher, await opening)
  }
}
