import type { Encoding } from './encoding.ts'

const ZERO = 0x200b
const ONE = 0x200c

/**
 * Bytes hidden in a text that shows nothing of them: U+200B, a space of no width, for 0 and U+200C, which joins nothing, for 1,
 * eight a byte. Everything else is passed over.
 */
export const createZeroWidth = (): Encoding => ({
  name: 'zero-width',
  carries: 'bytes',
  encoder: {
    stateLength: 0,
    step(byte, _, output) {
      for (let i = 7; i >= 0; i--) output.put(((byte >> i) & 1) === 1 ? ONE : ZERO)
      return true
    },
    end: () => true,
  },
  decoder: {
    // Bits of the byte that is open, and their number.
    stateLength: 2,
    step(unit, state, output) {
      if (unit !== ZERO && unit !== ONE) return true
      state[0] = (state[0] << 1) | (unit - ZERO)
      if (++state[1] < 8) return true
      output.put(state[0])
      state.fill(0)
      return true
    },
    end: (state) => state[1] === 0,
  },
})
