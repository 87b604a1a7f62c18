import { type Codes, MORE, makeCodes, NO_CODE, readBits, readCode } from './codes.ts'
import { AT, CODE_LENGTHS, COUNT, DISTANCE_CODES, LENGTHS, LETTER_CODES, LITERALS, SIGN } from './places.ts'
import { ON, WAIT, WRONG } from './progress.ts'

/** The order in which lengths of the code of lengths come. */
const ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const END_OF_BLOCK = 256

export const lettersOf = (state: Int32Array): Codes => ({ numbers: state, at: LETTER_CODES })
export const distancesOf = (state: Int32Array): Codes => ({ numbers: state, at: DISTANCE_CODES })

/** Reads how many lengths there are (RFC 1951, 3.2.7). */
export const readCounts = (state: Int32Array): number => {
  if (state[COUNT] < 14) return WAIT
  state[LITERALS] = 257 + readBits(state, 5)
  state[LENGTHS] = state[LITERALS] + 1 + readBits(state, 5)
  state[SIGN] = 4 + readBits(state, 4)
  state[AT] = 0
  state.fill(0, CODE_LENGTHS, CODE_LENGTHS + 320)
  return state[LITERALS] <= 286 && state[LENGTHS] - state[LITERALS] <= 30 ? ON : WRONG
}

/** Reads a length of the code of lengths. Makes that code after the last. @returns whether it is made as `isDone` */
export const readCodeLength = (state: Int32Array): number => {
  const bits = readBits(state, 3)
  if (bits === MORE) return WAIT
  state[CODE_LENGTHS + ORDER[state[AT]++]] = bits
  return ON
}

/** Makes the code of lengths, in the place of that of distances. */
export const makeLengthCode = (state: Int32Array): number => {
  const isCode = makeCodes(distancesOf(state), { numbers: state, from: CODE_LENGTHS, count: 19 })
  state.fill(0, CODE_LENGTHS, CODE_LENGTHS + 19)
  state[AT] = 0
  state[SIGN] = MORE
  return isCode ? ON : WRONG
}

/** Reads a length, or as many as one sign stands for. */
export const readLength = (state: Int32Array): number => {
  if (state[SIGN] === MORE) {
    const sign = readCode(state, state, DISTANCE_CODES)
    if (sign === MORE) return WAIT
    if (sign === NO_CODE) return WRONG
    if (sign < 16) {
      state[CODE_LENGTHS + state[AT]++] = sign
      return ON
    }
    state[SIGN] = sign
  }
  const sign = state[SIGN]
  const more = readBits(state, sign === 16 ? 2 : sign === 17 ? 3 : 7)
  if (more === MORE) return WAIT
  state[SIGN] = MORE
  if (sign === 16 && state[AT] === 0) return WRONG
  const length = sign === 16 ? state[CODE_LENGTHS + state[AT] - 1] : 0
  const to = state[AT] + more + (sign === 18 ? 11 : 3)
  if (to > state[LENGTHS]) return WRONG
  state.fill(length, CODE_LENGTHS + state[AT], CODE_LENGTHS + to)
  state[AT] = to
  return ON
}

/** Makes the codes of letters and of distances. */
export const makeBlockCodes = (state: Int32Array): number => {
  if (state[CODE_LENGTHS + END_OF_BLOCK] === 0) return WRONG
  const letters = { numbers: state, from: CODE_LENGTHS, count: state[LITERALS] }
  const distances = {
    numbers: state,
    from: CODE_LENGTHS + state[LITERALS],
    count: state[LENGTHS] - state[LITERALS],
  }
  return makeCodes(lettersOf(state), letters) && makeCodes(distancesOf(state), distances) ? ON : WRONG
}
