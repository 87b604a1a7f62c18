import { isHighSurrogate, isLowSurrogate } from '../tokenizer.ts'
import type { Coding } from './coding.ts'
import { MOST_REVERSED } from './constants.ts'
import type { Encoding } from './encoding.ts'

/** Text from its end to its start, character by character; known at the end alone, so that it may have 65,536 units at most. */
export const createReversed = (): Encoding => ({
  name: 'reversed',
  carries: 'text',
  encoder: createCoding(),
  decoder: createCoding(),
})

const createCoding = (): Coding => ({
  stateLength: 1 + MOST_REVERSED,
  most: MOST_REVERSED,
  step(unit, state) {
    if (state[0] === MOST_REVERSED) return false
    state[1 + state[0]++] = unit
    return true
  },
  end(state, output) {
    for (let i = state[0]; i > 0; i--) {
      // The two halves of a pair stay in their order.
      const isPair = isLowSurrogate(state[i]) && i > 1 && isHighSurrogate(state[i - 1])
      if (isPair) output.put(state[i - 1])
      output.put(state[i])
      if (isPair) i--
    }
    return true
  },
})
