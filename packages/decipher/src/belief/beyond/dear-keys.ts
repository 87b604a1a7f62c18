import type { Alphabet } from '@runnel/core'
import type { InSteps } from '../../in-steps.ts'
import type { CipherSymbol, SymbolTable } from '../../keys/symbol.ts'
import type { ByteReader } from '../../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { Fit } from '../../session/events.ts'
import type { NamedLanguage } from '../../session/inference.ts'
import { readInSteps } from '../begun.ts'
import type { Belief } from '../belief.ts'
import type { Language } from '../open-world/language.ts'
import { OpenWorld } from '../open-world/open-world.ts'
import { OwnSymbols } from '../own-symbols.ts'
import { DEAR_ODDS, HOPELESS_ODDS } from './constants.ts'
import { MakeUp } from './make-up.ts'
import type { Patience } from './patience.ts'

/** Keys that are sought where cheaper ones fail. */
export interface DearSearch {
  /** Tells it from others, in snapshots. */
  readonly name: string
  /** The characters that its keys read as others. */
  readonly symbols: SymbolTable
  readonly alphabet: Alphabet
  readonly language: Language
  /** ISO 639-1 code of that language, where it is to be told. */
  readonly code?: string | undefined
  /** Bounds of its trouble, where it has some of its own. */
  readonly bounds?: SearchBounds | undefined
  createKeys(saved?: SectionReader): Belief
}

/** Bounds of the trouble that a search takes beside others. */
export interface SearchBounds {
  /** Letters that it reads of a text that it does not explain. */
  readonly trial: number
  /** Text that it waits with, or one that was saved. */
  wait(saved?: ByteReader): Patience
}

/** Cipher of what has no key. */
const UNKNOWN = 'unknown'

/** Takes up those of some searches that are named, with spaces between. */
export const restoreDear = (
  searches: readonly DearSearch[],
  names: string,
  saved: SectionReader,
): DearKeys[] => {
  const named = searches.filter(({ name }) => names.split(' ').includes(name))
  saved.section('beyond').demand(named.map(({ name }) => name).join(' ') === names)
  return named.map((search) => new DearKeys(search, saved.within(search.name)))
}

/** The belief about the keys of a dear search, against the possibility that none of them explains the text. */
export class DearKeys extends OwnSymbols<OpenWorld> {
  readonly name: string
  protected readonly lead: OpenWorld
  readonly #search: DearSearch
  /** The latest symbol of each letter that has come. */
  readonly #latest: (CipherSymbol | undefined)[] = []
  readonly #text: MakeUp
  /** Text that it waits with, or has. */
  readonly #patience: Patience | undefined
  readonly #readOne = (symbol: CipherSymbol) =>
    readInSteps(this.lead, { ...this.own(symbol) }, { stops: true })

  constructor(search: DearSearch, saved?: SectionReader) {
    super(search.symbols)
    this.name = search.name
    this.#search = search
    const { language, createKeys, bounds } = search
    this.lead = new OpenWorld(language, createKeys, saved, { odds: DEAR_ODDS })
    const reader = saved?.section('latest')
    this.#text = new MakeUp(reader)
    this.#patience = bounds?.wait(reader)
    if (!reader) return
    for (let letter = 0; letter < search.alphabet.size; letter++) {
      const unit = reader.uint16()
      const position = reader.float64()
      const isSound = Number.isSafeInteger(position) && position >= 0
      reader.demand(isSound && (unit === 0 || search.alphabet.indexOf(unit) === letter))
      if (unit !== 0) this.#latest[letter] = { unit, position, index: search.symbols.indexOf(unit) }
    }
  }

  /** Odds that none of the keys explains the text. */
  get odds(): number {
    return this.lead.odds
  }

  /** The same without bounds. */
  get unbounded(): number {
    return this.lead.unbounded
  }

  /** Letters that it reads at the most of a text that it does not explain. */
  get trial(): number {
    return this.#search.bounds?.trial ?? Number.POSITIVE_INFINITY
  }

  /** Whether no more is to be hoped for. */
  get isHopeless(): boolean {
    return this.#patience?.isDeclined || this.unbounded >= HOPELESS_ODDS
  }

  /** Whether the text may be words at all. */
  get mayBeWords(): boolean {
    return this.#text.mayBeWords && this.#text.isVaried
  }

  /** Share of the best key in the weight of all, and of those that are not found yet: none until it has a name. */
  get shareOfBest(): number {
    const { key, probability } = this.lead
    return key.cipher === UNKNOWN ? 0 : probability * (1 + this.odds)
  }

  /** Probability that none of those keys explains the text which have a name by now. */
  get unnamed(): number {
    if (this.key.cipher === UNKNOWN) return 1
    const unnamed = this.lead.possibleKeys().filter(({ cipher }) => cipher === UNKNOWN)
    return unnamed.reduce((sum, { probability }) => sum + probability, 0)
  }

  /** A key is no surer than the letter it reads that is least sure. */
  override get probability(): number {
    const { lead } = this
    if (lead.isCertain) return lead.probability
    return this.#latest.reduce(
      (least, symbol) => (symbol ? Math.min(least, lead.probabilityOf(lead.reading(symbol), symbol)) : least),
      lead.probability,
    )
  }

  override read(symbol: CipherSymbol, share?: number, ahead?: number): number {
    const letter = this.#search.alphabet.indexOf(symbol.unit)
    const own = this.own(symbol)
    this.#text.record(symbol.unit, letter)
    if (letter !== -1) this.#latest[letter] = { ...own }
    const patience = this.#patience
    return patience?.holds ? patience.read(symbol, this.#readOne) : this.lead.read(own, share, ahead)
  }

  override begin(symbol: CipherSymbol, share?: number, ahead?: number): InSteps<void> | undefined {
    const patience = this.#patience
    return patience?.holds ? patience.begin(symbol, this.#readOne) : super.begin(symbol, share, ahead)
  }

  override get language(): NamedLanguage | undefined {
    const { code } = this.#search
    return code === undefined ? undefined : { code, probability: 1 }
  }

  get fit(): Fit | undefined {
    return this.lead.fit
  }

  override save(sections: SectionWriter): void {
    super.save(sections)
    const writer = sections.section('latest')
    this.#text.save(writer)
    this.#patience?.save(writer)
    for (let letter = 0; letter < this.#search.alphabet.size; letter++) {
      const { unit, position } = this.#latest[letter] ?? { unit: 0, position: 0 }
      writer.uint16(unit)
      writer.float64(position)
    }
  }
}
