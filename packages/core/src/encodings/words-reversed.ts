import { isHighSurrogate, isLowSurrogate, isSpace } from '../tokenizer.ts'
import type { Coding } from './coding.ts'
import { MOST_WORD } from './constants.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Signs after a word, which stay there. */
const AFTER = '.,;:!?)]}"\u2019\u201d'

/**
 * Each word from its end to its start, the words in their order: `olleh dlrow`. Signs after a word stay after it; read, those
 * before it come after it, since some write them so. A word has at most 1,024 UTF-16 units.
 */
export const createWordsReversed = (): Encoding => ({
  name: 'words-reversed',
  carries: 'text',
  encoder: createCoding(false),
  decoder: createCoding(true),
})

/** @param isMoved whether signs before a word come after it */
const createCoding = (isMoved: boolean): Coding => {
  const put = (state: Int32Array, output: Output): void => {
    const length = state[0]
    let [from, to] = [1, 1 + length]
    while (isMoved && from < to && isAfter(state[from])) from++
    while (to > from && isAfter(state[to - 1])) to--
    putBack(state, { from, to }, output)
    for (let i = to; i <= length; i++) output.put(state[i])
    for (let i = 1; i < from; i++) output.put(state[i])
    state[0] = 0
  }
  return {
    stateLength: 1 + MOST_WORD,
    step(unit, state, output) {
      if (!isSpace(unit)) {
        if (state[0] === MOST_WORD) return false
        state[1 + state[0]++] = unit
        return true
      }
      put(state, output)
      output.put(unit)
      return true
    },
    end(state, output) {
      put(state, output)
      return true
    },
  }
}

const isAfter = (unit: number): boolean => AFTER.includes(String.fromCharCode(unit))

/** Puts out units from the last to the first, the two halves of a pair in their order. */
const putBack = (state: Int32Array, { from, to }: { from: number; to: number }, output: Output): void => {
  for (let i = to - 1; i >= from; i--) {
    const isPair = isLowSurrogate(state[i]) && i > from && isHighSurrogate(state[i - 1])
    if (isPair) output.put(state[i - 1])
    output.put(state[i])
    if (isPair) i--
  }
}
