import type { CipherSymbol } from '../../keys/symbol.ts'
import type { LanguageState } from '../../language/language-model.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { readTrail, saveTrail, type Trail } from '../hypothesis/trail.ts'

/** Bounds of a weight or a probability: none is below the least of a symbol, times what is dropped. */
const [LEAST_WEIGHT, MOST_WEIGHT] = [1e-12, 1.001]

/** A symbol that has been read, and where the best hypothesis stood before it. */
export interface Step extends CipherSymbol {
  /** Its probability, all hypotheses taken together. */
  probability: number
  /** The best hypothesis before it: the rows it has read with, and its weight. */
  trail: Trail
  weight: number
  /** The model's state before it, and the probabilities that it expected then. */
  readonly state: LanguageState
  readonly expected: Float32Array
}

/** Writes a step. */
export const saveStep = (step: Step, writer: ByteWriter, { model }: SearchPlan): void => {
  writer.uint16(step.unit)
  writer.float64(step.position)
  writer.float64(step.probability)
  writer.float64(step.weight)
  saveTrail(step.trail, writer)
  writer.floats(model.saveState(step.state))
  writer.floats(step.expected)
}

/** Reads a step again. @throws SnapshotFormatError */
export const readStep = (reader: ByteReader, { model, readings, family }: SearchPlan): Step => {
  const unit = reader.uint16()
  const index = readings.indexOf(unit)
  const [position, probability, weight] = [reader.float64(), reader.float64(), reader.float64()]
  reader.demand(isWeight(probability) && isWeight(weight))
  const trail = readTrail(reader, family.tableau.length)
  const state = model.loadState(reader.floats(model.stateLength))
  const expected = reader.floats(model.outputs)
  reader.demand(expected.every((share) => share >= 0 && share <= MOST_WEIGHT))
  return { unit, index, position, probability, trail, weight, state, expected }
}

const isWeight = (value: number): boolean => value >= LEAST_WEIGHT && value <= MOST_WEIGHT
