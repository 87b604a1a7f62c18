import { fromUnits, isSpace } from '@runnel/core'
import { homophonicKeyOf } from '@runnel/core/ciphers'
import type { SymbolKeys } from '../belief/homophonic/symbol-keys.ts'
import { SymbolNumbers } from '../belief/homophonic/symbol-numbers.ts'
import { isSymbol, mapUnits, nameOf, shownUnit } from '../belief/homophonic/symbol-units.ts'
import { Risk } from '../belief/risk.ts'
import type { InSteps } from '../in-steps.ts'
import { eventKeyOf } from '../keys/event-key.ts'
import { UNKNOWN } from '../keys/unknown.ts'
import type { ByteReader } from '../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { BestKey, InferenceStream, PossibleKey } from '../session/inference.ts'
import { SteppedStream } from '../session/stepped-stream.ts'
import { KeyTeller } from '../settling/key-teller.ts'

/** Units that wait for their key at the most: signs that are no symbols among them. */
const MOST_WAITING = 8192

const FIRST_LETTER = 0x61

/** The parts of a stream. */
export interface HomophonicParts {
  /** Least probability of a letter that may be final. */
  readonly probability: number
  /** Whether symbols are numbers; undefined where the beginning of the text is to tell. */
  readonly numbers: boolean | undefined
  createKeys(saved?: ByteReader): SymbolKeys
}

/**
 * One stream of a homophonic substitution. Its text waits until a key explains it; from then on letters become final as
 * far as no more of them are expected to be wrong than is allowed. Once no more text is weighed, all of it is final.
 *
 * Positions count symbols, and the spaces between them: numbers are one each.
 */
export class HomophonicStream extends SteppedStream implements InferenceStream {
  readonly #options: HomophonicParts
  readonly #numbers: SymbolNumbers
  readonly #keys: SymbolKeys
  readonly #risk: Risk
  readonly #teller: KeyTeller
  #start = 0
  #letters = 0
  readonly #waiting: number[] = []
  #key: Pick<BestKey, 'cipher' | 'key'> = UNKNOWN

  constructor(options: HomophonicParts, saved?: SectionReader) {
    super()
    this.#options = options
    this.#teller = new KeyTeller(options.probability, saved?.section('told'))
    const own = saved?.section('homophonic')
    this.#numbers = new SymbolNumbers(options.numbers, own)
    this.#keys = options.createKeys(own)
    this.#risk = new Risk(own)
    if (own) this.#restore(own)
    this.#nameKey()
  }

  #restore(own: ByteReader): void {
    const [start, letters] = [own.float64(), own.float64()]
    const length = own.uint16()
    own.demand([start, letters].every((count) => Number.isSafeInteger(count) && count >= 0))
    own.demand(length <= MOST_WAITING)
    for (let i = 0; i < length; i++) this.#push(own.uint16())
    this.#start = start
    this.#letters = letters
  }

  get position(): number {
    return this.#start + this.#waiting.length
  }

  get weighed(): number {
    return this.position
  }

  get letters(): number {
    return this.#letters
  }

  readInSteps(text: string): InSteps<DecipherEvent[]> {
    return this.#read(this.#numbers.push(text))
  }

  *settleInSteps(): InSteps<DecipherEvent[]> {
    const events = yield* this.#read(this.#numbers.settle())
    if (this.#waiting.length === 0) return events
    if (yield* this.#keys.look(true)) events.push(...this.#tell())
    const start = this.#start
    const text = this.#take(this.#waiting.length)
    return [...events.filter(({ type }) => type !== 'interim'), { type: 'final', start, text }]
  }

  *#read(symbols: string): InSteps<DecipherEvent[]> {
    const keys = this.#keys
    const events = this.position === 0 && symbols !== '' && keys.isFound ? this.#tell() : []
    const start = this.#start
    let [settled, isNews] = ['', keys.isFound && symbols !== '']
    for (let i = 0; i < symbols.length; i++) {
      const unit = symbols.charCodeAt(i)
      this.#push(unit)
      const isDue = (isSymbol(unit) || isSpace(unit)) && keys.read(unit, isSpace(unit))
      const hasLooked = isDue && (yield* keys.look(keys.isFull))
      if (hasLooked) events.push(...this.#tell())
      isNews ||= hasLooked
      settled += this.#take(Math.max(this.#forced(), hasLooked ? this.#sure() : 0))
    }
    if (settled) events.push({ type: 'final', start, text: settled })
    if (isNews && this.#waiting.length > 0) events.push(this.#interim())
    return events
  }

  bestKey(): BestKey {
    const { isFound, explained, confidence } = this.#keys
    return { ...this.#key, probability: isFound ? explained * confidence : 1 - explained }
  }

  possibleKeys(): PossibleKey[] {
    const { numbers } = this.#options
    const { isFound, explained } = this.#keys
    const read = (text: string): string => {
      const decoder = new SymbolNumbers(numbers)
      return mapUnits(decoder.push(text) + decoder.settle(), this.#readUnit)
    }
    const none = { ...UNKNOWN, probability: 1 - explained, read: (text: string) => text }
    return isFound ? [{ ...this.bestKey(), read }, none] : [none]
  }

  save(sections: SectionWriter): void {
    this.#teller.save(sections.section('told'))
    const writer = sections.section('homophonic')
    this.#numbers.save(writer)
    this.#keys.save(writer)
    this.#risk.save(writer)
    writer.float64(this.#start)
    writer.float64(this.#letters)
    writer.uint16(this.#waiting.length)
    for (const unit of this.#waiting) writer.uint16(unit)
  }

  free(): void {}

  #push(unit: number): void {
    this.#waiting.push(unit)
    if (isSymbol(unit)) this.#letters++
  }

  /** Takes out units as they are read now. */
  #take(count: number): string {
    if (count === 0) return ''
    const units = this.#waiting.splice(0, count)
    this.#start += count
    return fromUnits(Uint16Array.from(units, this.#readUnit))
  }

  /** Units that wait no longer, whatever is known. */
  #forced(): number {
    const { length } = this.#waiting
    return this.#keys.isFull ? length : Math.max(0, length - MOST_WAITING)
  }

  /** Units that may be final by what is known, which are noted. */
  #sure(): number {
    const confidences = this.#waiting.map((unit) => (isSymbol(unit) ? this.#keys.confidenceOf(unit) : -1))
    const sure = this.#risk.sure(1 - this.#options.probability, confidences)
    for (const confidence of confidences.slice(0, sure)) if (confidence >= 0) this.#risk.note(confidence)
    return sure
  }

  #interim(): DecipherEvent {
    const text = fromUnits(Uint16Array.from(this.#waiting, this.#readUnit))
    const confidence = this.#waiting.map((unit) => (isSymbol(unit) ? this.#keys.confidenceOf(unit) : 1))
    return { type: 'interim', start: this.#start, text, confidence }
  }

  readonly #readUnit = (unit: number): number => {
    const letter = this.#keys.isFound && isSymbol(unit) ? this.#keys.letterOf(unit) : -1
    return letter === -1 ? shownUnit(unit) : FIRST_LETTER + letter
  }

  #tell(): DecipherEvent[] {
    this.#nameKey()
    const { probability, ...key } = this.bestKey()
    const told = this.#teller.tell({ key, probability }, this.#start)
    return told ? [told] : []
  }

  #nameKey(): void {
    if (!this.#keys.isFound) this.#key = UNKNOWN
    else {
      const table = Array.from(
        this.#keys.symbols(),
        ([unit, letter]) => [nameOf(unit), String.fromCharCode(FIRST_LETTER + letter)] as const,
      )
      this.#key = { cipher: 'homophonic', key: eventKeyOf(homophonicKeyOf(table)) }
    }
  }
}
