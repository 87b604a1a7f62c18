import type { InSteps } from '../in-steps.ts'
import type { NamedKey } from '../keys/key-family.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { SectionWriter } from '../saving/sections.ts'
import type { NamedLanguage, PossibleKey } from '../session/inference.ts'
import type { KeyTrace } from '../session/symbol-trace.ts'
import type { Belief, Probes } from './belief.ts'

/** A belief that another one leads: everything that it does not do itself is done by its lead. */
export abstract class LedBelief<Lead extends Belief> implements Belief {
  protected abstract readonly lead: Lead

  get key(): NamedKey {
    return this.lead.key
  }

  get probability(): number {
    return this.lead.probability
  }

  get doubt(): number {
    return this.lead.doubt
  }

  get isOpening(): boolean {
    return this.lead.isOpening
  }

  get isCertain(): boolean {
    return this.lead.isCertain
  }

  get probes(): Probes | undefined {
    return this.lead.probes
  }

  get language(): NamedLanguage | undefined {
    return this.lead.language
  }

  read(symbol: CipherSymbol, share?: number, ahead?: number): number {
    return this.lead.read(symbol, share, ahead)
  }

  begin(symbol: CipherSymbol, share?: number, ahead?: number): InSteps<void> | undefined {
    return this.lead.begin?.(symbol, share, ahead)
  }

  reading(symbol: CipherSymbol): number {
    return this.lead.reading(symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    return this.lead.probabilityOf(unit, symbol)
  }

  readOn(text: string): string {
    return this.lead.readOn(text)
  }

  conclude(isEnd: boolean): number {
    return this.lead.conclude?.(isEnd) ?? 1
  }

  possibleKeys(): PossibleKey[] {
    return this.lead.possibleKeys()
  }

  trace(symbol: CipherSymbol): KeyTrace | undefined {
    return this.lead.trace?.(symbol)
  }

  forget(position: number): void {
    this.lead.forget(position)
  }

  save(sections: SectionWriter): void {
    this.lead.save(sections)
  }

  free(): void {
    this.lead.free()
  }
}
