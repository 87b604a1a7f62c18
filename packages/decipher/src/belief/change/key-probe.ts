import type { CipherSymbol } from '../../keys/symbol.ts'
import type { LanguageState } from '../../language/language-model.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Probe } from '../belief.ts'
import { expectNext } from '../hypothesis/expect-next.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { CAUTION, SMALLEST } from './constants.ts'

/** The place where a probe starts: a state that has yet to read `id`, or the start of a stream. */
interface Place {
  readonly id: number
  readonly state: LanguageState | undefined
}

/**
 * Reads on with one row only, and weighs the probability that the model gives to the text against chance: letters under
 * a key that is no longer the right one are no likelier than one in 26.
 */
export class KeyProbe implements Probe {
  readonly row: number
  state: LanguageState | undefined
  id: number
  letters = 0
  odds: number = CAUTION
  /** Tells the symbols that the model does not read. */
  passesOver: (symbol: CipherSymbol) => boolean = () => false
  readonly #plan: SearchPlan

  constructor(plan: SearchPlan, row: number, { id, state }: Place = { id: 0, state: undefined }) {
    this.#plan = plan
    this.row = row
    this.id = id
    this.state = state
  }

  /** Takes up what `save` wrote. @throws SnapshotFormatError */
  static restore(plan: SearchPlan, row: number, saved: ByteReader): KeyProbe {
    const id = saved.uint16()
    saved.demand(id < plan.model.tokenizer.vocabulary)
    const letters = saved.uint16()
    const odds = saved.float64()
    const state =
      saved.uint16() === 0 ? undefined : plan.model.loadState(saved.floats(plan.model.stateLength))
    const probe = new KeyProbe(plan, row, { id, state })
    probe.letters = letters
    probe.odds = odds
    return probe
  }

  read(symbol: CipherSymbol): void {
    const { readings, chance } = this.#plan
    const id = readings.idOf(this.row, symbol)
    if (id === 0 || this.passesOver(symbol)) return
    const expected = expectNext(this.#plan, this)[id] * readings.shareOf(this.row, symbol)
    this.id = id
    if (symbol.index === -1) return
    this.letters++
    this.odds *= chance / Math.max(expected, SMALLEST)
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
