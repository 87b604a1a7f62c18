import type { NamedKey } from '../../keys/key-family.ts'
import type { CostReader } from '../columns/cost-reader.ts'
import type { SoughtText } from '../locked/sought-text.ts'
import { CRIB } from './constants.ts'
import { namedKeyOf, type RotorPlan } from './rotor-plan.ts'
import { StartReader } from './start-reader.ts'

/** A start, and a text as it reads it. */
export class RotorCandidate {
  readonly start: number
  readonly #plan: RotorPlan
  #named: NamedKey | undefined
  readonly #wheels: StartReader
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
    this.#plan = plan
    this.#wheels = new StartReader(plan, start)
    for (let at = 0; at < text.length; at++) this.push(text.units[at])
  }

  get named(): NamedKey {
    this.#named ??= namedKeyOf(this.#plan, this.start)
    return this.#named
  }

  /** Reads a unit. */
  push(unit: number): void {
    const { alphabet } = this.#plan.cipher
    const letter = alphabet.indexOf(unit)
    this.plain.push(letter === -1 ? unit : alphabet.letterAt(this.#wheels.press(letter), unit))
  }

  /** Weighs the symbol that stands there. A crib that it ends costs no more than being somewhere. */
  weigh(at: number, reader: CostReader): void {
    const { idOf, cipher, cribs } = this.#plan
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
