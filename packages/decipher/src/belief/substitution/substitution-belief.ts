import type { InSteps } from '../../in-steps.ts'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol, Unplaced } from '../../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { ReadInSteps } from '../begun.ts'
import type { Belief } from '../belief.ts'
import { BEGINNING, CIPHER_SYMBOLS, MOST_ANEW, MOST_BEGINNING, OPENING, SEEKING, SPACE } from './constants.ts'
import { type Evidence, evidenceOf, ratioOf } from './evidence.ts'
import type { Layout } from './layout.ts'
import { LayoutWatch } from './layout-watch.ts'
import { narrow } from './narrow.ts'
import type { NetMeans } from './net-reader.ts'
import { namedKey, possibleKeysOf, readText } from './possible-keys.ts'
import type { SubstitutionSearch } from './search.ts'
import type { SearchTable } from './search-table.ts'
import type { TextLetters } from './text-letters.ts'
import { WeighedSearch } from './weighed-search.ts'

/** Apostrophes stand inside words, and the counts know words without them. */
const APOSTROPHES = [0x27, 0x2019]

/**
 * A belief about a substitution: each letter is read as the partial keys take it together. Text whose spaces part no words
 * is read anew without them, as soon as that shows.
 */
export class SubstitutionBelief extends ReadInSteps implements Belief {
  readonly doubt = 0
  readonly isCertain = false
  readonly #table: SearchTable
  readonly #letters: TextLetters
  readonly #watch: LayoutWatch
  /** The first symbols of the text, to be read anew. */
  readonly #beginning: number[] = []
  /** Times that it was read anew. */
  #anew = 0
  readonly #net: NetMeans | undefined
  #weighed: WeighedSearch
  /** Units that spaces have cost: they are given, and not weighed. */
  #spaceUnits = 0
  #evidence: Evidence
  #latest = SPACE
  #key: NamedKey

  /** @param net weighs the likeliest keys beside the counts */
  constructor(table: SearchTable, letters: TextLetters, net: NetMeans | undefined, saved?: SectionReader) {
    super()
    this.#table = table
    this.#net = net
    this.#letters = letters
    const reader = saved?.section('substitution')
    this.#watch = new LayoutWatch(reader)
    let layout: Layout = 'words'
    if (reader) {
      if (reader.uint16() === 1) layout = 'letters'
      this.#anew = reader.uint16()
      this.#latest = reader.uint16()
      this.#spaceUnits = reader.float64()
      const length = reader.uint16()
      reader.demand(length <= MOST_BEGINNING && this.#latest < CIPHER_SYMBOLS && this.#anew <= MOST_ANEW)
      reader.demand(Number.isSafeInteger(this.#spaceUnits) && this.#spaceUnits >= 0)
      for (let i = 0; i < length; i++) this.#beginning.push(reader.uint16())
      reader.demand(this.#beginning.every((symbol) => symbol < CIPHER_SYMBOLS))
    }
    this.#weighed = new WeighedSearch(table, layout, net, reader)
    this.#evidence = evidenceOf(this.#search.keys, table.weights, this.#spaceUnits)
    this.#key = namedKey(this.#search, this.#weighed.shares.lead, letters)
  }

  protected override *readInSteps({ unit, index }: CipherSymbol): InSteps<number> {
    const symbol = index === -1 ? SPACE : this.#letters.symbols.indexOf(unit)
    const isPassed = symbol === SPACE && (this.#latest === SPACE || APOSTROPHES.includes(unit))
    if (isPassed || this.#search.isTooMany(symbol)) return 1
    this.#latest = symbol
    this.#watch.read(symbol !== SPACE)
    const mayReadAnew = this.#search.letters < BEGINNING && this.#beginning.length < MOST_BEGINNING
    if (mayReadAnew) this.#beginning.push(symbol)
    const isOther = mayReadAnew && this.#anew < MOST_ANEW && this.#watch.layout !== this.#search.layout
    if (isOther) yield* this.#readAnew()
    else this.#take(symbol)
    return this.#weigh()
  }

  #take(symbol: number): void {
    const { keys, layout } = this.#search
    if (symbol === SPACE && layout === 'letters') return
    const before = keys.least
    this.#weighed.read(symbol)
    if (symbol === SPACE) this.#spaceUnits += keys.least - before
  }

  /** Has a search of the other layout read the text from its beginning. */
  *#readAnew(): InSteps<void> {
    this.#anew++
    this.#spaceUnits = 0
    this.#weighed.free()
    this.#weighed = new WeighedSearch(this.#table, this.#watch.layout, this.#net)
    for (const symbol of this.#beginning) {
      this.#take(symbol)
      yield
    }
  }

  /** Takes stock after a symbol. @returns how much likelier the text has become */
  #weigh(): number {
    const { weights } = this.#table
    const before = this.#evidence
    this.#evidence = evidenceOf(this.#search.keys, weights, this.#spaceUnits)
    const key = namedKey(this.#search, this.#weighed.shares.lead, this.#letters)
    if (key.key.alphabet !== this.#key.key.alphabet) this.#key = key
    return ratioOf(this.#evidence, before, weights)
  }

  /** Letters of the plaintext. */
  get letters(): number {
    return this.#search.keys.letters
  }

  get #search(): SubstitutionSearch {
    return this.#weighed.search
  }

  get key(): NamedKey {
    return this.#key
  }

  get probability(): number {
    const { shares } = this.#weighed
    return shares.shareOfKey(shares.lead)
  }

  get isOpening(): boolean {
    return this.#search.letters < OPENING[this.#search.layout]
  }

  get isSeeking(): boolean {
    return this.#search.letters < SEEKING[this.#search.layout]
  }

  /** The likeliest letter, all keys taken together; a letter that has not come yet stands for itself. */
  reading({ unit, index }: Unplaced): number {
    const slot = index === -1 ? -1 : this.#search.slots[this.#letters.symbols.indexOf(unit)]
    return slot === -1 ? unit : this.#letters.symbols.letterAt(this.#weighed.shares.likeliest(slot), unit)
  }

  probabilityOf(wanted: number, { unit, index }: CipherSymbol): number {
    const slot = index === -1 ? -1 : this.#search.slots[this.#letters.symbols.indexOf(unit)]
    if (slot === -1) return wanted === unit ? 1 : 0
    const { symbols } = this.#letters
    const letter = symbols.indexOf(wanted)
    const isCase = letter !== -1 && symbols.letterAt(letter, unit) === wanted
    return isCase ? this.#weighed.probabilityOf(slot, letter) : 0
  }

  /** A unit as a symbol of a text. */
  symbolOf(unit: number, position: number): CipherSymbol {
    return { unit, index: this.#letters.symbols.indexOf(unit), position }
  }

  /** Keeps the best keys alone: the text may go on with another. */
  narrow(): void {
    narrow(this.#search.keys)
    this.#weighed.shares.clear()
    this.#evidence = evidenceOf(this.#search.keys, this.#table.weights, this.#spaceUnits)
  }

  readOn(text: string): string {
    return readText(this.#key, this.#letters.alphabet, text)
  }

  conclude(): number {
    return this.#weighed.conclude() ? this.#weigh() : 1
  }

  possibleKeys(): PossibleKey[] {
    return possibleKeysOf(this.#search, this.#letters, this.#weighed.shares)
  }

  forget(): void {}

  save(sections: SectionWriter): void {
    const writer = sections.section('substitution')
    this.#watch.save(writer)
    writer.uint16(this.#search.layout === 'letters' ? 1 : 0)
    writer.uint16(this.#anew)
    writer.uint16(this.#latest)
    writer.float64(this.#spaceUnits)
    writer.uint16(this.#beginning.length)
    for (const symbol of this.#beginning) writer.uint16(symbol)
    this.#weighed.save(writer)
  }

  free(): void {
    this.#weighed.free()
  }
}
