import type { Encoding } from './encoding.ts'

const MARK = 0xfeff

/* Places of the decoder's state: a byte that waits for its second, plus 1; whether a unit has come. */
const BYTE = 0
const STARTED = 1

/** UTF-16, the lower byte first, as Windows writes text. A mark of the byte order is passed over. */
export const createUtf16LittleEndian = (): Encoding =>
  createUtf16({
    name: 'utf16le',
    shift: 0,
  })

/** UTF-16, the higher byte first. */
export const createUtf16BigEndian = (): Encoding => createUtf16({ name: 'utf16be', shift: 8 })

/** @param shift bits by which the first byte of two is moved */
const createUtf16 = ({ shift, ...named }: Pick<Encoding, 'name'> & { shift: 0 | 8 }): Encoding => ({
  ...named,
  carries: 'text',
  signs: 'bytes',
  encoder: {
    stateLength: 0,
    step(unit, _, output) {
      output.put((unit >> shift) & 0xff)
      output.put((unit >> (8 - shift)) & 0xff)
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 2,
    step(byte, state, output) {
      if (byte > 0xff) return false
      if (state[BYTE] === 0) {
        state[BYTE] = byte + 1
        return true
      }
      const unit = ((state[BYTE] - 1) << shift) | (byte << (8 - shift))
      state[BYTE] = 0
      if (state[STARTED] === 1 || unit !== MARK) output.put(unit)
      state[STARTED] = 1
      return true
    },
    end: (state) => state[BYTE] === 0,
  },
})
