import { SnapshotFormatError } from '../../errors.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { expectNext, type NetReader } from '../hypothesis/expect-next.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/** Symbols at the start of a stream that are its opening. */
const LENGTH = 24

/**
 * How a stream begins. A rare word at the start can kill the true key; when a change to that key is found soon after,
 * the better explanation is that it held from the start.
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
    if (count > LENGTH) throw new SnapshotFormatError('state', 'not what a search writes')
    for (let i = 0; i < count; i++) this.#units.push(saved.uint16())
  }

  /** Whether the stream is still in its opening. */
  get isOpen(): boolean {
    return this.#evidence !== 0
  }

  /** Takes note of a symbol, and how probable it was. */
  record(unit: number, probability: number): void {
    if (!this.isOpen) return
    if (this.#units.length === LENGTH) this.#close()
    else this.#units.push(unit)
    this.#evidence *= probability
  }

  /** The hypothesis that `key` holds from the start, having read all symbols; undefined once the stream is longer. */
  follow(key: number): Hypothesis | undefined {
    if (!this.isOpen) return undefined
    const { readings, atLeast } = this.#plan
    const reader: NetReader = { state: undefined, id: 0 }
    let weight = readings.priors[key] / this.#evidence
    for (const unit of this.#units) {
      const expected = expectNext(this.#plan, reader)
      const index = readings.indexOf(unit)
      reader.id = readings.idOf(key, index, unit)
      weight *= atLeast(expected[reader.id] * readings.shareOf(key, index))
    }
    return { key, era: { key, since: 0, before: undefined }, weight, ...reader }
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
