import type { DecipherEvent } from '@runnel/decipher'
import { hasShape, isCount, isListOf, isNumber, isText, type Shape } from './shape.ts'

const belief = { cipher: isText, key: hasShape({}), probability: isNumber }
const isCandidate = hasShape({ ...belief, text: isText })

/** Members of each event, besides its id. */
export const eventShapes: Readonly<Record<DecipherEvent['type'], Shape>> = {
  final: { start: isCount, text: isText },
  interim: { start: isCount, text: isText },
  key: { start: isCount, ...belief },
  candidates: { start: isCount, candidates: isListOf(isCandidate) },
  done: { start: isCount, ...belief, letters: isCount },
}
