import type { Alphabet } from '@runnel/core'
import type { Belief } from '../belief/belief.ts'
import { finish, type InSteps } from '../in-steps.ts'
import type { CipherSymbol, SymbolTable } from '../keys/symbol.ts'
import type { Fingerprint } from '../saving/fingerprint.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent, DoneEvent } from '../session/events.ts'
import type { BestKey, Inference, InferenceStream, PossibleKey } from '../session/inference.ts'
import type { TakeTrace } from '../session/symbol-trace.ts'
import { Attention, type AttentionOptions } from './attention.ts'
import { bestKeyOf, KeyTeller } from './key-teller.ts'
import { UnsettledText } from './unsettled-text.ts'

/** The parts of an inference whose belief grows with the text. */
export interface SettlingOptions extends AttentionOptions {
  readonly fingerprint: Fingerprint
  /** The characters that count as letters. */
  readonly alphabet: Alphabet
  readonly carries?: 'bytes' | undefined
  /** The characters that keys read as others. */
  readonly symbols: SymbolTable
  /** Starts a belief, or takes one up; one that traces can tell what each symbol did to it. */
  createBelief(saved: SectionReader | undefined, traces: boolean): Belief
}

/** An inference that weighs keys while text arrives, and calls text final once its belief allows it. */
export const createSettlingInference = (options: SettlingOptions): Inference => ({
  fingerprint: options.fingerprint,
  alphabet: options.alphabet,
  carries: options.carries,
  createStream: (saved, trace) => new SettlingStream(options, saved, trace),
})

/** One stream: each unit goes to the belief, then to the text that waits, and from there into events. */
class SettlingStream implements InferenceStream {
  readonly #symbols: SymbolTable
  readonly #unsettled: UnsettledText
  readonly #belief: Belief
  readonly #attention: Attention
  readonly #teller: KeyTeller
  readonly #trace: TakeTrace | undefined
  #events: DecipherEvent[] = []
  /** The symbol that is read, written over again and again. */
  readonly #symbol: CipherSymbol = { unit: 0, index: -1, position: 0 }

  constructor(options: SettlingOptions, saved?: SectionReader, trace?: TakeTrace) {
    const { symbols, rule, createBelief } = options
    this.#symbols = symbols
    this.#unsettled = new UnsettledText(symbols, rule, saved?.section('unsettled'))
    this.#belief = createBelief(saved, trace !== undefined)
    this.#trace = trace
    this.#attention = new Attention(options, this.#belief, saved?.section('attention'))
    this.#teller = new KeyTeller(rule.probability, saved?.section('told'))
  }

  get position(): number {
    return this.#unsettled.end
  }

  read(text: string): DecipherEvent[] {
    return finish(this.#read(text, false))
  }

  readInSteps(text: string): InSteps<DecipherEvent[]> {
    return this.#read(text, true)
  }

  *#read(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    const { start } = this.#unsettled
    let settled = ''
    for (let i = 0; i < text.length; i++) {
      if (this.#attention.mode === 'asleep') {
        settled += this.#belief.readOn(text.slice(i))
        this.#unsettled.pass(text.length - i)
        break
      }
      const unit = text.charCodeAt(i)
      if (stops && this.#attention.mode === 'reading') {
        const steps = this.#belief.begin?.(this.#symbolOf(unit))
        if (steps) yield* steps
      }
      settled += this.#take(unit)
      if (stops) yield
    }
    if (settled) this.#events.push({ type: 'final', start, text: settled })
    if (this.#unsettled.length > 0) {
      this.#events.push({
        type: 'interim',
        start: this.#unsettled.start,
        ...this.#unsettled.read(this.#belief),
      })
    }
    return this.#takeEvents()
  }

  settle(isEnd = false): DecipherEvent[] {
    const { start } = this.#unsettled
    const { mode } = this.#attention
    const again = mode === 'coasting' || mode === 'probing' ? this.#readAgain() : ''
    if (this.#unsettled.length > 0) this.#conclude(isEnd)
    const text = again + this.#unsettled.settle(this.#belief, true)
    if (text) this.#events.push({ type: 'final', start, text })
    return this.#takeEvents()
  }

  bestKey(): BestKey & Pick<DoneEvent, 'fit'> {
    const { fit } = this.#belief
    return { ...bestKeyOf(this.#belief), ...(fit && { fit }) }
  }

  get weighed(): number {
    return this.#attention.mode === 'reading' ? this.#unsettled.end : this.#unsettled.start
  }

  possibleKeys(): PossibleKey[] {
    return this.#belief.possibleKeys()
  }

  save(sections: SectionWriter): void {
    this.#unsettled.save(sections.section('unsettled'))
    this.#belief.save(sections)
    this.#attention.save(sections.section('attention'))
    this.#teller.save(sections.section('told'))
  }

  free(): void {
    this.#attention.free()
    this.#belief.free()
  }

  /** Has the belief make up its mind. */
  #conclude(isEnd: boolean): void {
    this.#belief.conclude?.(isEnd)
    const told = this.#belief.conclude && this.#teller.tell(this.#belief, this.#unsettled.end)
    if (told) this.#events.push(told)
  }

  /** Takes in the next unit. @returns the text that is final now */
  #take(unit: number): string {
    const symbol = this.#symbolOf(unit)
    if (this.#attention.mode === 'reading') {
      this.#believe(symbol)
      const text = this.#unsettled.add(unit, this.#belief)
      if (this.#unsettled.length === 0) this.#attention.rest()
      return text
    }
    this.#unsettled.push(unit)
    // Text without letters would wait for a probe for ever.
    if (this.#unsettled.isFull) return this.#readAgain()
    if (this.#attention.mode === 'coasting') {
      this.#attention.coast(symbol)
      return ''
    }
    const outcome = this.#attention.probe(symbol)
    if (outcome === 'content') return this.#unsettled.settle(this.#belief, true)
    return outcome === 'alarmed' ? this.#readAgain() : ''
  }

  /** Has the belief read all that waits, before any of it is settled: text that comes later tells of text before. */
  #readAgain(): string {
    this.#attention.wake()
    for (const unit of this.#unsettled.takeBack()) {
      this.#believe(this.#symbolOf(unit))
      this.#unsettled.push(unit)
    }
    return this.#unsettled.settle(this.#belief)
  }

  /** Has the belief read a symbol, and tells the key if there is news of it. */
  #believe(symbol: CipherSymbol): void {
    const likely = this.#belief.read(symbol)
    const told = this.#teller.tell(this.#belief, symbol.position)
    if (told) this.#events.push(told)
    this.#attention.noteRead(symbol)
    const take = this.#trace
    const trace = take && this.#belief.trace?.(symbol)
    if (trace) {
      const { position: start, unit } = symbol
      take({ ...trace, start, unit, likely, fit: () => this.#belief.fit })
    }
  }

  /** A unit as the symbol that comes next. */
  #symbolOf(unit: number): CipherSymbol {
    const symbol = this.#symbol
    symbol.unit = unit
    symbol.index = this.#symbols.indexOf(unit)
    symbol.position = this.#unsettled.end
    return symbol
  }

  #takeEvents(): DecipherEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }
}
