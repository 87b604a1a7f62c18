import type { CipherSymbol } from '../../keys/symbol.ts'
import type { LanguageState } from '../../language/language-model.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { LEAST, LEAST_SHARE_OF_TOKEN } from '../hypothesis/constants.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { readTrail, saveTrail, type Trail } from '../hypothesis/trail.ts'
import { AT_PARTS, INSIDE_WORDS } from './constants.ts'

/** The most that weights sum to: 1, but for rounding. */
const MOST_WEIGHT = 1.001

/** A factor: how much likelier a symbol may be than its token, which a rare character has no more of. */
const MOST_SHARE = 1 / LEAST_SHARE_OF_TOKEN

/** A symbol that has been read, and where the best hypothesis stood before it. */
export interface Step extends CipherSymbol {
  /** Its probability, all hypotheses taken together. */
  probability: number
  /** A factor: how much likelier the key changes here than at any letter. */
  place: number
  /** The best hypothesis before it: the rows it has read with, and its weight. */
  trail: Trail
  weight: number
  /** The model's state before it, and the probabilities that it expected then. */
  readonly state: LanguageState
  readonly expected: Float32Array
}

/** Probability that the key changes at a step: likelier where a person would begin a new one. */
export const rateAt = ({ changeRate }: SearchPlan, { place }: Pick<Step, 'place'>): number =>
  changeRate * place

/** Writes a step. */
export const saveStep = (step: Step, writer: ByteWriter, { model }: SearchPlan): void => {
  writer.uint16(step.unit)
  writer.float64(step.position)
  writer.uint16(step.place)
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
  const position = reader.float64()
  const place = reader.uint16()
  const [probability, weight] = [reader.float64(), reader.float64()]
  reader.demand(probability >= LEAST && probability <= MOST_SHARE)
  reader.demand(place >= INSIDE_WORDS && place <= AT_PARTS)
  reader.demand(weight >= LEAST && weight <= MOST_WEIGHT)
  const trail = readTrail(reader, family.tableau.length)
  const state = model.loadState(reader.floats(model.stateLength))
  const expected = reader.floats(model.outputs)
  reader.demand(expected.every((share) => share >= 0 && share <= MOST_WEIGHT))
  return { unit, index, position, place, probability, trail, weight, state, expected }
}
