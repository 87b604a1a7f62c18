import type { InSteps } from '../../in-steps.ts'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import { UNKNOWN } from '../../keys/unknown.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { Fit } from '../../session/events.ts'
import type { NamedLanguage, PossibleKey } from '../../session/inference.ts'
import type { KeyTrace } from '../../session/symbol-trace.ts'
import type { Belief, Probes } from '../belief.ts'
import type { Risk } from '../risk.ts'
import { bestAlone } from '../trace/best-alone.ts'
import { Caution } from './caution.ts'
import { REST_ODDS } from './constants.ts'
import { FitMeter } from './fit-meter.ts'
import { isWeighed } from './is-weighed.ts'
import type { Language } from './language.ts'
import type { OpenWorldOptions } from './open-world-options.ts'
import { Rest } from './rest.ts'
import { scaledKeys, scaledTrace } from './scaled-trace.ts'
import { UnknownOdds } from './unknown-odds.ts'
import { UnknownText } from './unknown-text.ts'

/**
 * A belief about keys, weighed against the possibility that none of them explains the text. Once that is next to certain
 * it is told, and the text is read as it stands; in the opening, where a rare word may be all there is, it is soon taken back.
 * Until then the best key is told, with the little that is left of its probability.
 *
 * Text that no key explains puts the keys to rest; from time to time they are tried anew on what comes then.
 */
export class OpenWorld implements Belief {
  readonly #language: Language
  readonly #create: (saved?: SectionReader) => Belief
  /** None while they rest. */
  #keys: Belief | undefined
  readonly #text: UnknownText
  readonly #rest: Rest
  readonly #fit: FitMeter
  readonly #odds: UnknownOdds
  readonly #caution: Caution

  constructor(
    language: Language,
    create: (saved?: SectionReader) => Belief,
    saved?: SectionReader,
    { odds, longestRest }: OpenWorldOptions = {},
  ) {
    this.#language = language
    this.#create = create
    const reader = saved?.section('open-world')
    const rests = reader?.uint16() === 1
    this.#odds = new UnknownOdds(odds, reader)
    this.#caution = new Caution(reader)
    reader?.demand(this.#odds.isTold || !rests)
    this.#rest = new Rest(reader, longestRest)
    this.#fit = new FitMeter(reader)
    this.#text = new UnknownText(language, reader)
    this.#keys = rests ? undefined : create(saved)
  }

  read(symbol: CipherSymbol, _share?: number, ahead = 0): number {
    const isLetter = this.#language.alphabet.indexOf(symbol.unit) !== -1
    if (!this.#keys && this.#rest.isOver(symbol.unit, isLetter)) {
      this.#keys = this.#create()
      this.#odds.even()
    }
    return this.#keys ? this.#weigh(symbol, this.#keys, ahead) : 1
  }

  begin(symbol: CipherSymbol, _share?: number, ahead = 0): InSteps<void> | undefined {
    return this.#keys?.begin?.(symbol, this.#odds.share, ahead)
  }

  /** Has the keys read a symbol, and weighs whether any of them explains it. */
  #weigh(symbol: CipherSymbol, keys: Belief, ahead: number): number {
    const likely = keys.read(symbol, this.#odds.share, ahead)
    if (likely !== 1 && isWeighed(this.#language, symbol, keys)) {
      const factor = this.#text.read(symbol.unit) / likely
      const isSign = this.#language.alphabet.indexOf(keys.reading(symbol)) === -1
      this.#odds.weigh(this.#caution.weigh(symbol.unit, factor, isSign))
      this.#fit.read(likely)
    }
    this.#caution.pass(symbol.unit)
    if (keys.isSeeking === undefined && keys.isOpening) this.#odds.decideAnew(this.#rest.isFirst)
    else if (!keys.isSeeking) this.#decide(keys)
    return likely
  }

  #decide(keys: Belief): void {
    this.#odds.decide()
    if (this.#odds.isNegligible) this.#rest.forget()
    if (this.#odds.value < REST_ODDS) return
    this.#rest.begin()
    keys.free()
    this.#keys = undefined
  }

  /** Odds that none of the keys explains the text; without end while they rest. */
  get odds(): number {
    return this.#keys ? this.#odds.value : Number.POSITIVE_INFINITY
  }

  /** The same without bounds, of the text since `countAnew` or the beginning. */
  get unbounded(): number {
    return this.#keys ? this.#odds.unbounded : Number.POSITIVE_INFINITY
  }

  countAnew(): void {
    this.#odds.countAnew()
  }

  get key(): NamedKey {
    return this.#leading?.key ?? UNKNOWN
  }

  get probability(): number {
    const keys = this.#leading
    return keys ? keys.probability * this.#odds.explained : 1 - this.#odds.explained
  }

  /** Text that no key explains may turn out to have one yet. */
  get doubt(): number {
    return this.#leading?.doubt ?? Number.POSITIVE_INFINITY
  }

  get risk(): Risk | undefined {
    return this.#leading?.risk
  }

  get isOpening(): boolean {
    return this.#leading?.isOpening ?? false
  }

  get isCertain(): boolean {
    return this.#leading?.isCertain === true && this.#odds.isNegligible
  }

  get probes(): Probes | undefined {
    return this.#keys?.probes
  }

  /** The bits a letter that its keys have read took, beside those of their language. */
  get fit(): Fit | undefined {
    return this.#fit.of(this.#language)
  }

  get language(): NamedLanguage | undefined {
    return this.#leading?.language
  }

  reading(symbol: CipherSymbol): number {
    return this.#leading?.reading(symbol) ?? symbol.unit
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    const { ofLetters } = this.#odds
    const asItStands = unit === symbol.unit ? 1 - ofLetters : 0
    return asItStands + ofLetters * (this.#keys?.probabilityOf(unit, symbol) ?? 0)
  }

  readOn(text: string): string {
    return this.#leading?.readOn(text) ?? text
  }

  conclude(isEnd: boolean): number {
    const likelier = this.#keys?.conclude?.(isEnd) ?? 1
    this.#odds.concede(likelier)
    if (isEnd && this.#keys) this.#odds.conclude(this.#keys.probability)
    return likelier
  }

  possibleKeys(): PossibleKey[] {
    return scaledKeys(this.#keys?.possibleKeys() ?? [], this.#odds)
  }

  /** Their keys share what is left by the possibility that none explains the text; where they rest, nothing is left. */
  trace(symbol: CipherSymbol): KeyTrace {
    return scaledTrace(this.#keys?.trace?.(symbol) ?? bestAlone(this.#keys, symbol), this.#odds)
  }

  forget(position: number): void {
    this.#keys?.forget(position)
  }

  save(sections: SectionWriter): void {
    const writer = sections.section('open-world')
    writer.uint16(this.#keys ? 0 : 1)
    this.#odds.save(writer)
    for (const part of [this.#caution, this.#rest, this.#fit, this.#text]) part.save(writer)
    this.#keys?.save(sections)
  }

  free(): void {
    this.#keys?.free()
  }

  /** The belief about keys, where it leads. */
  get #leading(): Belief | undefined {
    return this.#odds.isTold ? undefined : this.#keys
  }
}
