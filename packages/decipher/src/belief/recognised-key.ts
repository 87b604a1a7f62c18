import type { RnnModel, State } from '@runnel/rnn-model'
import type { KeyFamily, NamedKey } from '../keys/key-family.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { PossibleKey } from '../session/inference.ts'
import type { Belief } from './belief.ts'
import { RECOGNISED } from './constants.ts'
import { startingKeys } from './hypothesis/hypothesis.ts'
import type { Readings } from './hypothesis/readings.ts'

/** The word of a net that tells listed keys apart: of the latest letter, and taken for all text that still waits. */
export class RecognisedKey implements Belief {
  readonly doubt = 0
  readonly isOpening = false
  readonly #model: RnnModel
  readonly #family: KeyFamily
  readonly #readings: Readings
  readonly #state: State
  readonly #weights: Float32Array
  #best = 0

  constructor(model: RnnModel, family: KeyFamily, readings: Readings, saved?: SectionReader) {
    this.#model = model
    this.#family = family
    this.#readings = readings
    const reader = saved?.section('recogniser')
    this.#weights = reader
      ? reader.floats(family.tableau.length)
      : Float32Array.from(startingKeys(family), ({ prior }) => prior)
    this.#state = reader ? model.loadState(reader.floats(model.stateLength)) : model.createState()
    this.#best = this.#weights.indexOf(this.#weights.reduce((most, weight) => Math.max(most, weight)))
    reader?.demand(this.#best !== -1)
  }

  get key(): NamedKey {
    return this.#family.keyOf(Uint16Array.of(this.#best))
  }

  get probability(): number {
    return this.#weights[this.#best]
  }

  get isCertain(): boolean {
    return this.probability >= RECOGNISED
  }

  /** The net foretells no symbols: each counts as certain. */
  read({ unit, index }: CipherSymbol): number {
    const id = this.#model.tokenizer.idOf(unit)
    if (id === 0) return 1
    const weights = this.#model.step(id, this.#state)
    // After a space or a digit its word stands for no letter.
    if (index === -1) return 1
    this.#weights.set(weights)
    for (let key = 0; key < weights.length; key++) {
      if (weights[key] > weights[this.#best]) this.#best = key
    }
    return 1
  }

  reading(symbol: CipherSymbol): number {
    return this.#readings.unitOf(this.#best, symbol)
  }

  probabilityOf(unit: number, symbol: CipherSymbol): number {
    let agreeing = 0
    for (let key = 0; key < this.#weights.length; key++) {
      if (this.#readings.unitOf(key, symbol) === unit) agreeing += this.#weights[key]
    }
    return agreeing
  }

  readOn(text: string): string {
    return this.#readings.textOf(this.#best, text)
  }

  possibleKeys(): PossibleKey[] {
    return Array.from(this.#weights, (probability, value) => ({
      ...this.#family.keyOf(Uint16Array.of(value)),
      probability,
      read: (text) => this.#readings.textOf(value, text),
    }))
  }

  forget(): void {}

  save(sections: SectionWriter): void {
    const writer = sections.section('recogniser')
    writer.floats(this.#weights)
    writer.floats(this.#model.saveState(this.#state))
  }

  free(): void {
    this.#state.free()
  }
}
