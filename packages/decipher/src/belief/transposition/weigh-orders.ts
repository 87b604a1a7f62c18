import { powerOf } from '../columns/powers.ts'
import { bestOf } from './best-of.ts'
import { PRIORS, TOLD, WEIGHED } from './constants.ts'
import { gainOf, wholeGainOf } from './gain.ts'
import { moveSymbols, type SymbolMeans } from './move-symbols.ts'
import type { Arrangement, MovedText, SeekOrders } from './moved-text.ts'
import { ownGainOf } from './own-gain.ts'
import { asItStands } from './simple-orders.ts'

/** A key that a whole text may be written with. */
export interface WeighedKey {
  /** The key, or undefined for a text that stands as it is. */
  readonly key: object | undefined
  readonly probability: number
}

/** The belief about a whole text. */
export interface Verdict {
  /** The likeliest keys, best first. */
  readonly keys: readonly WeighedKey[]
  /** Probability that no key explains it. */
  readonly unknown: number
}

interface Weighed {
  readonly key: object | undefined
  readonly score: number
}

/** Weighs the keys of a kind by a whole text: those that move letters alone, and those that move spaces and signs too. */
export const weighOrders = (text: string, means: SymbolMeans, seek: SeekOrders): Verdict => {
  const letters = moveSymbols(text, means)
  const all = moveSymbols(text, means, 'all')
  const weighed = weighMoved(letters, seek)
  if (all.ids.length > letters.ids.length) weighed.push(...weighMoved(all, seek))
  const best = weighed.reduce((most, { score }) => Math.max(most, score), -PRIORS.unknown)
  const weightOf = (score: number): number => powerOf(best - score)
  const total = weighed.reduce((sum, { score }) => sum + weightOf(score), weightOf(-PRIORS.unknown))
  const keys = weighed
    .sort((a, b) => b.score - a.score)
    .slice(0, TOLD.keys)
    .map(({ key, score }) => ({ key, probability: weightOf(score) / total }))
    .filter(({ probability }) => probability >= TOLD.probability)
  return { keys, unknown: weightOf(-PRIORS.unknown) / total }
}

const weighMoved = (text: MovedText, seek: SeekOrders): Weighed[] => {
  const { over } = text
  if (text.ids.length < 2) return []
  const found: (Arrangement & { isPlain?: boolean })[] = seek(text)
  found.push(...bestOf(text, asItStands).map((order) => ({ ...order, isPlain: true })))
  const own = Math.max(0, ownGainOf(text)) + (over ? PRIORS.over : 0)
  return found
    .map((order) => ({ order, score: gainOf(text, order.order, order.order.length) - order.prior }))
    .sort((a, b) => b.score - a.score)
    .slice(0, WEIGHED)
    .map(({ order: { key, prior, order, isPlain } }) => ({
      key: isPlain ? undefined : { ...key, ...(over && { over }) },
      score: wholeGainOf(text, order) - prior - own,
    }))
}
