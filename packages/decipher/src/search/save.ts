import type { ByteReader, ByteWriter } from '../bytes.ts'
import { SnapshotFormatError } from '../errors.ts'
import { type Era, eras, type Hypothesis } from './hypothesis.ts'
import type { SearchPlan } from './plan.ts'

/** Writes all hypotheses: key, weight, unread id, eras, and the state's numbers where there is one. */
export const saveHypotheses = (
  hypotheses: readonly Hypothesis[],
  writer: ByteWriter,
  { model }: SearchPlan,
): void => {
  writer.uint16(hypotheses.length)
  for (const { era, weight, state, id } of hypotheses) {
    writer.float64(weight)
    writer.uint16(id)
    const held = eras(era).reverse()
    writer.uint16(held.length)
    for (const { key, since } of held) {
      writer.uint16(key)
      writer.float64(since)
    }
    writer.uint16(state ? 1 : 0)
    if (state) writer.floats(model.saveState(state))
  }
}

/** Reads them again. @throws SnapshotFormatError */
export const readHypotheses = (reader: ByteReader, { model, readings }: SearchPlan): Hypothesis[] => {
  const count = reader.uint16()
  const demand = (holds: boolean): void => {
    if (!holds) throw new SnapshotFormatError('state', 'not what a search writes')
  }
  demand(count > 0 && count <= readings.keys)
  return Array.from({ length: count }, () => {
    const weight = reader.float64()
    const id = reader.uint16()
    demand(weight > 0 && weight <= 1.001 && id < model.tokenizer.vocabulary)
    const held = reader.uint16()
    demand(held > 0)
    let era: Era | undefined
    for (let i = 0; i < held; i++) {
      const key = reader.uint16()
      demand(key < readings.keys)
      era = { key, since: reader.float64(), before: era }
    }
    const state = reader.uint16() === 0 ? undefined : model.loadState(reader.floats(model.stateLength))
    return { key: (era as Era).key, era: era as Era, weight, state, id }
  })
}
