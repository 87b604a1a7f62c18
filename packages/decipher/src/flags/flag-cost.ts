import { createCostOf } from '../belief/columns/powers.ts'
import type { Counts } from '../language/counts/counts.ts'
import { LETTER, NAME, PART } from './constants.ts'

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

/** A part with the letters that its digits and signs stand for. */
const wordOf = (part: string): string => part.replace(/[^a-z]/g, (sign) => LEET[sign] ?? ' ')

const isLetterOf =
  (part: string) =>
  (at: number): boolean =>
    /[a-z]/.test(part[at])

/** Costs of parts of flags, in twelfths of a bit. */
export interface FlagCosts {
  /** Cost of a word: what its letters cost, one after another, and that it ends there. */
  wordCost(word: string): number
  /** Cost of what stands before the braces, where it is not known. */
  nameCost(name: string): number
  /** Cost of a text that is no flag, though it is one as ROT47 reads it: as much as any letters there would cost, or as a word. */
  strangeCost(text: string, turned: string): number
  /** Cost of what stands between the braces. */
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
    return Math.min(
      PART.words + wordCost(wordOf(part), isLetterOf(part)),
      PART.any + letters * LETTER.any,
      ...(isHexadecimal ? [PART.hexadecimal + letters * LETTER.hexadecimal] : []),
    )
  }
  /** A word or initials, whichever is cheaper. */
  const stemCost = (stem: string): number => {
    const letters = stem.replace(/[^a-z]/g, '').length
    return letters === 0
      ? 0
      : Math.min(NAME.words + wordCost(wordOf(stem), isLetterOf(stem)), NAME.any + letters * LETTER.any)
  }
  return {
    wordCost: (word) => wordCost(word.toLowerCase()),
    nameCost(name) {
      const [, stem = '', end] = /^(.*?)(ctf|flag|key)$/i.exec(name) ?? []
      if (end === undefined) return stemCost(name.toLowerCase())
      return Math.min(
        (/ctf/i.test(end) ? NAME.ctf : NAME.flag) + stemCost(stem.toLowerCase()),
        stemCost(name.toLowerCase()),
      )
    },
    strangeCost: (text, turned) =>
      Math.min(
        turned.replace(/[^a-z]/gi, '').length * LETTER.any,
        ...(/^[a-z]+$/i.test(text) ? [wordCost(text.toLowerCase())] : []),
      ),
    textCost: (text) =>
      text
        .toLowerCase()
        .split(/[^a-z0-9@$!]+/)
        .reduce((sum, part) => sum + partCost(part), 0),
  }
}
