import { AFTER, WITHIN } from './constants.ts'

type Kind = keyof typeof WITHIN

/**
 * The cost of a text in tenths of a bit, as if written by someone who stays within a kind of characters for a word: high
 * for the signs of encodings, low for text, plain or enciphered. Whole numbers, alike in every runtime.
 */
export const textCost = (text: string): number => {
  let cost = 0
  let before: Kind = 'space'
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    cost += WITHIN[kind] + AFTER[changeOf(before, kind)]
    before = kind
  }
  return cost
}

const changeOf = (before: Kind, kind: Kind): keyof typeof AFTER => {
  if (before === kind) return 'same'
  if (before === 'space' || kind === 'space') return 'space'
  if (before === 'upper' && kind === 'lower') return 'capitalised'
  return before === 'sign' || kind === 'sign' ? 'sign' : 'other'
}

const kindOf = (unit: number): Kind => {
  if (unit >= 0x61 && unit <= 0x7a) return 'lower'
  if (unit >= 0x41 && unit <= 0x5a) return 'upper'
  if (unit >= 0x30 && unit <= 0x39) return 'digit'
  if (unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d) return 'space'
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit === 0xfffd) return 'never'
  return unit < 0x7f ? 'sign' : 'beyond'
}
