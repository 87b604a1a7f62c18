import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { NEGLIGIBLE } from '../open-world/constants.ts'
import type { OpenWorld } from '../open-world/open-world.ts'
import { Beginning } from './beginning.ts'
import { MOST_WORD, WAKE_LETTERS, WAKE_ODDS } from './constants.ts'
import { DearRest } from './dear-rest.ts'
import { Strain } from './strain.ts'

/** Watches how well listed keys explain a text, and keeps what they do not, for dear keys to read it from its beginning. */
export class ListedWatch {
  readonly beginning: Beginning
  readonly rest: DearRest
  readonly strain: Strain
  /** Whether the latest symbol was explained: what is kept then is no more than the word under way. */
  #wasExplained = true

  constructor(saved?: ByteReader) {
    this.rest = new DearRest(saved)
    this.beginning = new Beginning(saved)
    this.strain = new Strain(saved)
    if (saved) this.#wasExplained = saved.uint16() === 1
  }

  /** Takes in a symbol that the listed keys have read. @returns whether they fail, so that dear keys are to be sought */
  fails(symbol: CipherSymbol, letter: number, listed: OpenWorld): boolean {
    const { beginning } = this
    const rests = this.rest.takes(letter !== -1)
    if (!rests && !this.isExplained(listed)) {
      if (this.#wasExplained && beginning.units.length >= MOST_WORD) beginning.clear()
      this.#wasExplained = false
      beginning.record(symbol, letter)
      const { letters, mayBeWords } = beginning.made
      const isDue = listed.odds >= WAKE_ODDS || this.strain.isGreat
      if (letter !== -1 && letters >= WAKE_LETTERS && mayBeWords && isDue) return true
      if (!beginning.isFull) return false
    }
    if (!this.#wasExplained || letter === -1) beginning.clear()
    this.#wasExplained = true
    if (letter !== -1 && beginning.units.length < MOST_WORD) beginning.record(symbol, letter)
    listed.countAnew()
    return false
  }

  /** Whether listed keys explain the text well. */
  isExplained({ odds }: OpenWorld): boolean {
    return odds <= NEGLIGIBLE && !this.strain.isFelt
  }

  /** Forgets all trouble, since another key is found. */
  forget(): void {
    this.rest.forget()
    this.strain.forget()
  }

  save(writer: ByteWriter): void {
    for (const part of [this.rest, this.beginning, this.strain]) part.save(writer)
    writer.uint16(this.#wasExplained ? 1 : 0)
  }
}
