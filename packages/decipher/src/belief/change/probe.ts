import type { State } from '@runnel/rnn-model'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Probe } from '../belief.ts'
import { expectNext } from '../hypothesis/expect-next.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/** Odds of a change of key before a probe has read a letter: two to one, so that none is overlooked. */
const CAUTION = 2

/**
 * Reads on with one key only, and weighs what the net makes of the text against chance: letters under a key that
 * is no longer the right one are no likelier than one in 26.
 */
export class KeyProbe implements Probe {
  readonly key: number
  state: State | undefined
  id: number
  letters = 0
  odds: number = CAUTION
  /** Which units the net does not read. */
  passesOver: (unit: number) => boolean = () => false
  readonly #plan: SearchPlan

  /** Starts as every stream does, or goes on from a state of its own, which has yet to read `id`. */
  constructor(plan: SearchPlan, key: number, id = 0, state?: State) {
    this.#plan = plan
    this.key = key
    this.id = id
    this.state = state
  }

  /** Takes up what `save` wrote. */
  static restore(plan: SearchPlan, key: number, saved: ByteReader): KeyProbe {
    const id = saved.uint16()
    const letters = saved.uint16()
    const odds = saved.float64()
    const state =
      saved.uint16() === 0 ? undefined : plan.model.loadState(saved.floats(plan.model.stateLength))
    const probe = new KeyProbe(plan, key, id, state)
    probe.letters = letters
    probe.odds = odds
    return probe
  }

  read(unit: number, index: number): void {
    const { readings, chance } = this.#plan
    const id = readings.idOf(this.key, index, unit)
    if (id === 0 || this.passesOver(unit)) return
    const expected = expectNext(this.#plan, this)[id] * readings.shareOf(this.key, index)
    this.id = id
    if (index === -1) return
    this.letters++
    // The smallest number above 0 that float32 holds keeps a probability of 0 from dividing by it.
    this.odds *= chance / Math.max(expected, 2 ** -149)
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.id)
    writer.uint16(this.letters)
    writer.float64(this.odds)
    writer.uint16(this.state ? 1 : 0)
    if (this.state) writer.floats(this.#plan.model.saveState(this.state))
  }

  free(): void {
    this.state?.free()
  }
}
