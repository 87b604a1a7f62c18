import { type CipherStream, createCipherStream } from '@runnel/core'
import type { NamedKey } from '../../keys/key-family.ts'
import type { CostReader } from '../columns/cost-reader.ts'
import type { SoughtText } from '../locked/sought-text.ts'
import { CRIB } from './constants.ts'
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
  /** Letters that it reads, and the cost of each, where there are cribs. */
  readonly #letters: number[] = []
  readonly #costs: number[] = []
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

  /** Weighs the symbol that stands there. A crib that it ends costs no more than being somewhere. */
  weigh(at: number, { idOf, cipher, cribs }: RotorPlan, reader: CostReader): void {
    const unit = this.plain[at]
    const id = idOf(unit)
    if (id === 0) return
    this.#state ??= reader.create()
    const cost = reader.read(id, this.#state)
    this.cost += cost
    const letter = cipher.alphabet.indexOf(unit)
    if (letter === -1 || cribs.length === 0) return
    this.#letters.push(letter)
    this.#costs.push(cost)
    for (const crib of cribs) {
      const from = this.#letters.length - crib.length
      if (from < 0 || crib.some((one, i) => one !== this.#letters[from + i])) continue
      const own = this.#costs.slice(from).reduce((sum, one) => sum + one, 0)
      this.cost -= Math.max(0, own - CRIB.cost)
    }
  }

  /** Forgets what it weighed. @param cost of the start itself */
  rewind(cost: number): void {
    this.cost = cost
    this.#letters.length = 0
    this.#costs.length = 0
    this.#state = undefined
  }
}
