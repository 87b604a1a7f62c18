import { isSpace } from '@runnel/core'
import type { NamedKey } from '../keys/key-family.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { ByteReader } from '../saving/bytes.ts'
import type { SectionWriter } from '../saving/sections.ts'
import type { KeySearch } from './beam/key-search.ts'
import type { Belief } from './belief.ts'
import type { KeyProbe } from './change/key-probe.ts'

/** A search for which spaces either part words, or are the layout of a telegram and mean nothing. */
export class SpacedSearch implements Belief {
  readonly #search: KeySearch
  readonly #passesSpaces: boolean

  constructor(search: KeySearch, passesSpaces: boolean) {
    this.#search = search
    this.#passesSpaces = passesSpaces
  }

  get key(): NamedKey {
    return this.#search.key
  }

  get probability(): number {
    return this.#search.probability
  }

  get doubt(): number {
    return this.#search.doubt
  }

  get isOpening(): boolean {
    return this.#search.isOpening
  }

  get isCertain(): boolean {
    return this.#search.isCertain
  }

  /** A space that is passed over is no surprise. */
  read(symbol: CipherSymbol): number {
    const isPassed = this.#passesSpaces && symbol.index === -1 && isSpace(symbol.unit)
    return isPassed ? 1 : this.#search.read(symbol)
  }

  reading(symbol: CipherSymbol): number {
    return this.#search.reading(symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.#search.probabilityOf(unit, symbol)
  }

  readOn(text: string): string {
    return this.#search.readOn(text)
  }

  /** One that stands where this one does, and passes spaces over. */
  forkPassingSpaces(): SpacedSearch {
    return new SpacedSearch(this.#search.fork(), true)
  }

  forget(position: number): void {
    this.#search.forget(position)
  }

  /** Where spaces part words, a probe begins a word as a stream begins. */
  createProbe(symbol: CipherSymbol): KeyProbe {
    const isStart = !this.#passesSpaces && symbol.index === -1 && isSpace(symbol.unit)
    const probe = this.#passing(this.#search.createKeyProbe(isStart))
    if (!isStart) probe.read(symbol)
    return probe
  }

  restoreProbe(saved: ByteReader): KeyProbe {
    return this.#passing(this.#search.restoreProbe(saved))
  }

  adopt(probe: KeyProbe): void {
    this.#search.adopt(probe)
  }

  save(sections: SectionWriter): void {
    this.#search.save(sections)
  }

  free(): void {
    this.#search.free()
  }

  #passing(probe: KeyProbe): KeyProbe {
    if (this.#passesSpaces) probe.passesOver = isSpace
    return probe
  }
}
