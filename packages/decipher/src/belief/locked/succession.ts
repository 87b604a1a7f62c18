import type { InSteps } from '../../in-steps.ts'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import type { Belief } from '../belief.ts'
import { SUCCESSOR, WINDOW } from './constants.ts'
import type { KeySought } from './key-sought.ts'
import type { LockedKey } from './locked-key.ts'

/** A key that no longer reads the text, and the search for the one that may have come in its place. */
export class Succession<Found> implements Belief {
  readonly isCertain = false
  /** The possibility of another key is weighed. */
  readonly doubt = 0
  readonly locked: LockedKey
  readonly successor: KeySought<Found>
  /** Odds that the key is another. */
  #odds: number

  constructor(locked: LockedKey, successor: KeySought<Found>, odds: number, saved?: SectionReader) {
    this.locked = locked
    this.successor = successor
    const reader = saved?.section('succession')
    this.#odds = bounded(reader?.float64() ?? odds)
  }

  /** Whether the old key reads the text after all, or no other one is found. */
  get isInVain(): boolean {
    return (
      this.#odds <= SUCCESSOR.least ||
      (this.successor.text.length === WINDOW && this.successor.found === undefined)
    )
  }

  get #share(): number {
    return this.#odds / (1 + this.#odds)
  }

  get #leads(): boolean {
    return this.#odds > 1
  }

  begin(symbol: CipherSymbol): InSteps<void> | undefined {
    return this.successor.begin?.(symbol)
  }

  read(symbol: CipherSymbol): number {
    const [old, other] = [this.locked.read(symbol), this.successor.read(symbol)]
    const likely = (old + this.#odds * other) / (1 + this.#odds)
    this.#odds = bounded((this.#odds * other) / old)
    return likely
  }

  get key(): NamedKey {
    return this.#leads ? this.successor.key : this.locked.key
  }

  get probability(): number {
    return this.#leads ? this.#share * this.successor.probability : 1 - this.#share
  }

  get isOpening(): boolean {
    return this.#leads && this.successor.isOpening
  }

  #isBefore({ position }: CipherSymbol): boolean {
    return position < this.successor.text.start
  }

  reading(symbol: CipherSymbol): number {
    const isOld = this.#isBefore(symbol) || !this.#leads
    return isOld ? this.locked.reading(symbol) : this.successor.reading(symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    const old = this.locked.probabilityOf(unit, symbol)
    if (this.#isBefore(symbol)) return old
    return (1 - this.#share) * old + this.#share * this.successor.probabilityOf(unit, symbol)
  }

  readOn(text: string): string {
    return this.locked.readOn(text)
  }

  /** @param from where the old key reads the text from, as every key here does: UTF-16 units from the start of the stream */
  possibleKeys(from = 0): PossibleKey[] {
    const old = this.locked.possibleKeys()
    const until = this.successor.text.start - from
    const after = this.successor.possibleKeys().map((key) => ({
      ...key,
      read: (text: string) => old[0].read(text.slice(0, until)) + key.read(text.slice(until)),
    }))
    const scaled = (keys: PossibleKey[], share: number): PossibleKey[] =>
      keys.map((key) => ({ ...key, probability: key.probability * share }))
    return [...scaled(old, 1 - this.#share), ...scaled(after, this.#share)]
  }

  forget(position: number): void {
    this.locked.forget(position)
    this.successor.forget(position)
  }

  save(sections: SectionWriter): void {
    sections.section('succession').float64(this.#odds)
    this.locked.save(sections)
    this.successor.save(sections.within('successor'))
  }

  free(): void {
    this.locked.free()
    this.successor.free()
  }
}

const bounded = (odds: number): number => Math.min(SUCCESSOR.most, Math.max(SUCCESSOR.least, odds))
