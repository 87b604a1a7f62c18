import type { Belief } from '../belief/belief.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import { CHANGE_CAUTION, OPENING_CAUTION } from './constants.ts'

/** The rule by which a letter may be called final. */
export interface CommitRule {
  /** Least probability of the letter. */
  readonly probability: number
  /** Letters after which it is final in any case. */
  readonly maxDelay: number
}

/** Factors by which odds count for more than they are: those of a wrong letter, and those of a change of key. */
interface Caution {
  readonly error: number
  readonly change: number
}

const none: Caution = { error: 1, change: 1 }
const inOpening: Caution = { error: OPENING_CAUTION, change: CHANGE_CAUTION }
const later: Caution = { error: 1, change: CHANGE_CAUTION }

/** Probability that the best key's reading of a symbol is right. */
export const confidenceIn = (belief: Belief, symbol: CipherSymbol, caution: Caution = none): number => {
  if (symbol.index === -1) return 1
  // Weights sum to 1 but for rounding.
  const agreement = belief.isCertain ? 1 : Math.min(1, belief.probabilityOf(belief.reading(symbol), symbol))
  return agreement / (agreement + caution.error * (1 - agreement)) / (1 + caution.change * belief.doubt)
}

/** The same where it is asked whether it may be final. */
export const sureness = (belief: Belief, symbol: CipherSymbol): number =>
  confidenceIn(belief, symbol, belief.isOpening ? inOpening : later)

/** Whether a letter is so probable that it may be final. */
export const isSure = (rule: CommitRule, belief: Belief, symbol: CipherSymbol): boolean =>
  sureness(belief, symbol) >= rule.probability
