import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'

/** Signs of a group as it is written. */
const GROUP = 4

/** Text in groups of one length, with spaces or line ends between: `SGVs bG8=`. Spaces that it had before are lost. */
export const createGrouped = (): Encoding => ({
  name: 'grouped',
  carries: 'text',
  encoder: {
    // Signs of the group that is open.
    stateLength: 1,
    step(unit, state, output) {
      if (isSpace(unit)) return true
      if (state[0] === GROUP) {
        output.put(0x20)
        state[0] = 0
      }
      state[0]++
      output.put(unit)
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 0,
    step(unit, _, output) {
      if (!isSpace(unit)) output.put(unit)
      return true
    },
    end: () => true,
  },
})
