import type { DecipherEvent } from '@runnel/decipher'
import { hasShape, isCount, isNumber, isText, type Shape } from './shape.ts'

const isBelief = { start: isCount, cipher: isText, key: hasShape({}), probability: isNumber }

/** Members of each event, besides its id. */
export const eventShapes: Readonly<Record<DecipherEvent['type'], Shape>> = {
  final: { start: isCount, text: isText },
  interim: { start: isCount, text: isText },
  key: isBelief,
  done: { ...isBelief, letters: isCount },
}
