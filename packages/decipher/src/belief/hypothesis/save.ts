import { SnapshotFormatError } from '../../errors.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
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
    saveEra(era, writer)
    writer.uint16(state ? 1 : 0)
    if (state) writer.floats(model.saveState(state))
  }
}

/** Reads them again. @throws SnapshotFormatError */
export const readHypotheses = (reader: ByteReader, { model, readings }: SearchPlan): Hypothesis[] => {
  const count = reader.uint16()
  demand(count > 0 && count <= readings.keys)
  return Array.from({ length: count }, () => {
    const weight = reader.float64()
    const id = reader.uint16()
    demand(weight > 0 && weight <= 1.001 && id < model.tokenizer.vocabulary)
    const era = readEra(reader, readings.keys)
    const state = reader.uint16() === 0 ? undefined : model.loadState(reader.floats(model.stateLength))
    return { key: era.key, era, weight, state, id }
  })
}

/** Writes an era and all before it, the earliest first. */
export const saveEra = (era: Era, writer: ByteWriter): void => {
  const held = eras(era).reverse()
  writer.uint16(held.length)
  for (const { key, since } of held) {
    writer.uint16(key)
    writer.float64(since)
  }
}

/** Reads them again. @throws SnapshotFormatError */
export const readEra = (reader: ByteReader, keys: number): Era => {
  let era: Era | undefined
  for (let left = reader.uint16(); left > 0; left--) {
    const key = reader.uint16()
    demand(key < keys)
    era = { key, since: reader.float64(), before: era }
  }
  demand(era !== undefined)
  return era as Era
}

const demand = (holds: boolean): void => {
  if (!holds) throw new SnapshotFormatError('state', 'not what a search writes')
}
