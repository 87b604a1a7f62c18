import { createCostOf } from '../belief/columns/powers.ts'
import type { Counts } from '../language/counts/counts.ts'
import { LETTER, PART } from './constants.ts'

/** Cost of a letter at the most. */
const MOST_COST = 120

/** Letters that digits and signs stand for in flags. */
const LEET: { readonly [sign: string]: string } = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Costs of parts of flags, in twelfths of a bit. */
export interface FlagCosts {
  /** Cost of a word: what its letters cost, one after another, and that it ends there. */
  wordCost(word: string): number
  /** Cost of what stands between the braces, or before them. */
  textCost(text: string): number
}

/** Makes the costs of a language that has been counted. */
export const createFlagCosts = ({ tokenizer, contextOf, probabilityOf }: Counts): FlagCosts => {
  const costOf = createCostOf(MOST_COST)
  const space = tokenizer.idOf(0x20)
  const wordCost = (word: string, counted: (at: number) => boolean = () => true): number => {
    const ids = [space]
    let cost = 0
    for (let at = 0; at <= word.length; at++) {
      const id = at === word.length ? space : tokenizer.idOf(word.charCodeAt(at))
      if (at === word.length || counted(at)) cost += costOf(probabilityOf(id, contextOf(ids, ids.length)))
      ids.push(id)
    }
    return cost
  }
  /** Letters alone cost something: digits and signs are the same under every key. */
  const partCost = (part: string): number => {
    const letters = part.replace(/[^a-z]/g, '').length
    if (letters === 0) return 0
    const isHexadecimal = /^[a-f0-9]+$/.test(part) && /\d/.test(part)
    const word = part.replace(/[^a-z]/g, (sign) => LEET[sign] ?? ' ')
    return Math.min(
      PART.words + wordCost(word, (at) => /[a-z]/.test(part[at])),
      PART.any + letters * LETTER.any,
      ...(isHexadecimal ? [PART.hexadecimal + letters * LETTER.hexadecimal] : []),
    )
  }
  return {
    wordCost: (word) => wordCost(word.toLowerCase()),
    textCost: (text) =>
      text
        .toLowerCase()
        .split(/[^a-z0-9@$!]+/)
        .reduce((sum, part) => sum + partCost(part), 0),
  }
}
