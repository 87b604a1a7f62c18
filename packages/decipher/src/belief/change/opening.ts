import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { startBlur } from '../hypothesis/blur.ts'
import { LEAST } from '../hypothesis/constants.ts'
import { expectNext, type TextReader } from '../hypothesis/expect-next.ts'
import { type Foretelling, foretell } from '../hypothesis/foretell.ts'
import { type Hypothesis, hypothesisOf, type StartingKey } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { OPENING } from './constants.ts'

/**
 * The beginning of a stream. A rare word at the start can kill the true key; when a change to that key is found soon
 * after, the better explanation is that it held from the start.
 */
export class Opening {
  readonly #plan: SearchPlan
  readonly #units: number[] = []
  /** Probability of the units, all hypotheses taken together; 0 once the stream is longer. */
  #evidence = 1

  constructor(plan: SearchPlan, saved?: ByteReader) {
    this.#plan = plan
    if (!saved) return
    this.#evidence = saved.float64()
    const count = saved.uint16()
    const isProbable = this.#evidence >= LEAST ** OPENING && this.#evidence < 1 / LEAST ** OPENING
    saved.demand(count <= OPENING && (this.#evidence === 0 || isProbable))
    for (let i = 0; i < count; i++) this.#units.push(saved.uint16())
  }

  /** Whether the stream is still in its opening. */
  get isOpen(): boolean {
    return this.#evidence !== 0
  }

  /** Its units so far; none once the stream is longer. */
  get units(): readonly number[] {
    return this.#units
  }

  /** Takes note of a symbol, and its probability. */
  record({ unit }: CipherSymbol, probability: number): void {
    if (!this.isOpen) return
    if (this.#units.length === OPENING) this.#close()
    else this.#units.push(unit)
    this.#evidence *= probability
  }

  /** The hypothesis that a key holds from the start, having read all symbols; undefined once the stream is longer. */
  follow(key: StartingKey): Hypothesis | undefined {
    if (!this.isOpen) return undefined
    const { readings } = this.#plan
    const reader: TextReader & Foretelling = { state: undefined, id: 0, at: 0, ...startBlur }
    let weight = key.prior / this.#evidence
    for (const unit of this.#units) {
      const expected = expectNext(this.#plan, reader, 0)
      const symbol = { unit, index: readings.indexOf(unit) }
      reader.id = readings.idOf(key.row, symbol)
      weight *= foretell(this.#plan, reader, {
        table: expected,
        share: readings.shareOf(key.row, symbol),
        weight: 1,
      }).likely
    }
    return { ...hypothesisOf(key, this.#plan.noPhase), weight, ...reader }
  }

  /** Another one that has read the same. */
  fork(): Opening {
    const fork = new Opening(this.#plan)
    fork.#units.push(...this.#units)
    fork.#evidence = this.#evidence
    return fork
  }

  save(writer: ByteWriter): void {
    writer.float64(this.#evidence)
    writer.uint16(this.#units.length)
    for (const unit of this.#units) writer.uint16(unit)
  }

  #close(): void {
    this.#units.length = 0
    this.#evidence = 0
  }
}
