import { isHighSurrogate, isLowSurrogate } from '../tokenizer.ts'
import type { Output } from './output.ts'

/** Puts a UTF-16 unit out as UTF-8. `state[place]` holds the first half of a pair until the second one comes. */
export const putUtf8 = (unit: number, state: Int32Array, place: number, output: Output): void => {
  const first = state[place]
  if (first === 0 && unit < 0x80) {
    output.put(unit)
    return
  }
  state[place] = 0
  if (first !== 0 && isLowSurrogate(unit)) {
    putCodePoint(0x10000 + (((first - 0xd800) << 10) | (unit - 0xdc00)), output)
    return
  }
  if (first !== 0) putCodePoint(0xfffd, output)
  if (isHighSurrogate(unit)) state[place] = unit
  else putCodePoint(isLowSurrogate(unit) ? 0xfffd : unit, output)
}

/** Puts out U+FFFD for half a pair that is left alone, by what comes next or by the end. */
export const endUtf8 = (state: Int32Array, place: number, output: Output): void => {
  if (state[place] !== 0) putCodePoint(0xfffd, output)
  state[place] = 0
}

const putCodePoint = (point: number, output: Output): void => {
  if (point < 0x80) {
    output.put(point)
    return
  }
  const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
  output.put(((0xf0 << (3 - more)) & 0xff) | (point >> (6 * more)))
  for (let i = more - 1; i >= 0; i--) output.put(0x80 | ((point >> (6 * i)) & 0x3f))
}
