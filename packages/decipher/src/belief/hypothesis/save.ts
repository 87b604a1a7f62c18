import { EMPTY, type KeyFamily } from '../../keys/key-family.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Hypothesis } from './hypothesis.ts'
import type { SearchPlan } from './plan.ts'
import { readTrail, saveTrail } from './trail.ts'

/**
 * Sums of the weights of all hypotheses: 1, but for those just dropped and for rounding. In text that nothing explains
 * all but the heaviest may be dropped, which of n has an nth part at least.
 */
const [LEAST_TOTAL, MOST_TOTAL] = [1e-6, 1.001]

/** Writes all hypotheses: weight, unread id, key, phase, trail, and the state's numbers where there is one. */
export const saveHypotheses = (
  hypotheses: readonly Hypothesis[],
  writer: ByteWriter,
  { model }: SearchPlan,
): void => {
  writer.uint16(hypotheses.length)
  for (const { weight, noisy, foreign, id, values, phase, trail, state } of hypotheses) {
    writer.float64(weight)
    writer.float64(noisy)
    writer.float64(foreign)
    writer.uint16(id)
    for (const value of values) writer.uint16(value)
    for (const number of phase) writer.int32(number)
    saveTrail(trail, writer)
    writer.uint16(state ? 1 : 0)
    if (state) writer.floats(model.saveState(state))
  }
}

/** Reads them again. @throws SnapshotFormatError */
export const readHypotheses = (reader: ByteReader, plan: SearchPlan): Hypothesis[] => {
  const { model, family, most } = plan
  const count = reader.uint16()
  reader.demand(count > 0 && count <= most)
  const hypotheses = Array.from({ length: count }, () => {
    const [weight, noisy, foreign] = [reader.float64(), reader.float64(), reader.float64()]
    const id = reader.uint16()
    reader.demand(noisy > 0 && foreign > 0 && noisy + foreign < 1)
    reader.demand(weight > 0 && weight <= MOST_TOTAL && id < model.tokenizer.vocabulary)
    const values = new Uint16Array(family.slots).map(() => reader.uint16())
    const phase = new Int32Array(family.phaseLength).map(() => reader.int32())
    reader.demand(isSound(family, values, phase))
    const trail = readTrail(reader, family.tableau.length)
    const state = reader.uint16() === 0 ? undefined : model.loadState(reader.floats(model.stateLength))
    return { values, phase, trail, weight, state, id, at: 0, noisy, foreign }
  })
  const total = hypotheses.reduce((sum, { weight }) => sum + weight, 0)
  reader.demand(total > LEAST_TOTAL && total < MOST_TOTAL)
  return hypotheses
}

/** Whether a key's values and phase lead to slots and rows that the family has: a checksum is no signature. */
const isSound = (family: KeyFamily, values: Uint16Array, phase: Int32Array): boolean => {
  const slot = family.symbols.length > 0 ? family.slotOf(0, phase) : -1
  const rows = values.filter((value) => value !== EMPTY).map((value) => family.rowOf(value, phase))
  return slot >= -1 && slot < family.slots && rows.every((row) => row >= 0 && row < family.tableau.length)
}
