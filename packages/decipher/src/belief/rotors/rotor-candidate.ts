import { type CipherStream, createCipherStream } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CostReader } from '../columns/cost-reader.ts'
import type { SoughtText } from '../locked/sought-text.ts'
import { namedKeyOf, type RotorPlan } from './rotor-plan.ts'

/** A start, and a text as it reads it. */
export class RotorCandidate {
  readonly start: number
  readonly named: NamedKey
  readonly #stream: CipherStream
  /** The plaintext of each unit. */
  readonly plain: number[] = []
  /** Of the start and of all symbols, by all that is known, in twelfths of a bit. */
  cost = 0
  #state: unknown

  constructor(plan: RotorPlan, start: number, text: SoughtText) {
    this.start = start
    this.named = namedKeyOf(plan, start)
    this.#stream = createCipherStream(plan.cipher, plan.keyOf(start), 'decrypt')
    for (let at = 0; at < text.length; at++) this.push(text.units[at])
  }

  /** Reads a unit. */
  push(unit: number): void {
    this.plain.push(this.#stream.push(String.fromCharCode(unit)).charCodeAt(0))
  }

  /** Weighs the symbol that was read last. */
  weigh(id: number, reader: CostReader): void {
    this.#state ??= reader.create()
    this.cost += reader.read(id, this.#state)
  }

  /** Forgets what it weighed. @param cost of the start itself */
  rewind(cost: number): void {
    this.cost = cost
    this.#state = undefined
  }
}
