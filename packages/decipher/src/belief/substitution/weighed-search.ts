import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { SPACE } from './constants.ts'
import { HeldLetters } from './held-letters.ts'
import type { Layout } from './layout.ts'
import { LetterShares } from './letter-shares.ts'
import type { NetMeans } from './net-reader.ts'
import { SubstitutionSearch } from './search.ts'
import type { SearchTable } from './search-table.ts'
import { SecondOpinion } from './second-opinion.ts'
import { lackingIn, tempered, trustIn } from './trust.ts'
import { FIRST_OPINION, LACKS } from './trust-constants.ts'

/** A search for a substitution, a net's opinion of the keys that it holds, and how far each letter is to be trusted. */
export class WeighedSearch {
  readonly search: SubstitutionSearch
  readonly shares: LetterShares
  readonly #weights: Float64Array
  readonly #opinion: SecondOpinion | undefined
  /** For how long each slot has been read alike, by counts and net together. */
  readonly #held: HeldLetters
  /** The same of most of the text, worked out when it is asked for, or -1. */
  #typical = -1

  constructor(table: SearchTable, layout: Layout, net: NetMeans | undefined, saved?: ByteReader) {
    const search = new SubstitutionSearch(table, layout, saved)
    const opinion = net && new SecondOpinion(net, layout, table)
    this.search = search
    this.#weights = table.weights
    this.#opinion = opinion
    this.#held = new HeldLetters(saved)
    this.shares = new LetterShares(search.keys, table.weights, () =>
      opinion && search.letters >= FIRST_OPINION ? opinion.of(search.keys, search.text) : [],
    )
  }

  /** Reads a ciphertext letter, or a space. */
  read(symbol: number): void {
    const { search, shares } = this
    search.read(symbol)
    shares.clear()
    this.#typical = -1
    if (symbol !== SPACE) this.#held.note(search.keys.slots, (slot) => shares.likeliest(slot))
  }

  /** Seeks keys once more where the text ends. @returns whether it had reason to */
  conclude(): boolean {
    const isSought = this.search.conclude()
    if (isSought) this.shares.clear()
    return isSought
  }

  /** Probability that a slot stands for a letter. */
  probabilityOf(slot: number, letter: number): number {
    const { search } = this
    if (this.#typical === -1) this.#typical = this.#held.typical(search.text)
    const lacking = LACKS[search.layout] * lackingIn(search)
    const trust = trustIn({ held: this.#held.of(slot), typical: this.#typical, lacking }, this.#weights)
    return trust * tempered(this.shares.shareOf(slot, letter))
  }

  save(writer: ByteWriter): void {
    this.search.save(writer)
    this.#held.save(writer)
  }

  free(): void {
    this.#opinion?.free()
  }
}
