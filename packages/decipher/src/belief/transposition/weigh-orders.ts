import { isInGroups } from '../../input/is-in-groups.ts'
import { powerOf } from '../columns/powers.ts'
import { bestOf } from './best-of.ts'
import { PRIORS, TOLD, WEIGHED } from './constants.ts'
import { gainOf, wholeGainOf } from './gain.ts'
import { moveSymbols, type SymbolMeans } from './move-symbols.ts'
import type { Arrangement, MovedText, SeekOrders } from './moved-text.ts'
import { ownGainOf } from './own-gain.ts'
import { ruledGainOf } from './ruled-gain.ts'
import { asItStands } from './simple-orders.ts'

/** A key that a whole text may be written with. */
export interface WeighedKey {
  /** Place of its cipher among those that are weighed. */
  readonly kind: number
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

/** An order of a text, and how well it reads. */
interface Weighed {
  readonly kind: number
  readonly key: object | undefined
  /** The order in words: the same for keys that read the same. */
  readonly order: string
  readonly score: number
}

/**
 * Weighs the keys of one kind or of several by a whole text: those that move letters alone, and those that move spaces and
 * signs too. Keys that read the same count together.
 */
export const weighOrders = (text: string, means: SymbolMeans, kinds: readonly SeekOrders[]): Verdict => {
  const letters = moveSymbols(text, means)
  const all = moveSymbols(text, means, 'all')
  const weighed = weighMoved(letters, kinds, means.letters)
  // Spaces that part groups have not moved.
  if (all.ids.length > letters.ids.length && !isInGroups(text))
    weighed.push(...weighMoved(all, kinds, means.letters))
  weighed.sort((a, b) => b.score - a.score)
  const best = Math.max(weighed[0]?.score ?? -PRIORS.unknown, -PRIORS.unknown)
  const weightOf = (score: number): number => powerOf(best - score)
  const byOrder = new Map<string, { readonly first: Weighed; weight: number }>()
  for (const one of weighed) {
    const same = byOrder.get(one.order)
    if (same) same.weight += weightOf(one.score)
    else byOrder.set(one.order, { first: one, weight: weightOf(one.score) })
  }
  const unknown = weightOf(-PRIORS.unknown)
  const total = weighed.reduce((sum, { score }) => sum + weightOf(score), unknown)
  const keys = [...byOrder.values()]
    .map(({ first: { kind, key }, weight }) => ({ kind, key, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, TOLD.keys)
    .filter(({ probability }) => probability >= TOLD.probability)
  return { keys, unknown: unknown / total }
}

const weighMoved = (text: MovedText, kinds: readonly SeekOrders[], letters: Uint8Array): Weighed[] => {
  const { over } = text
  if (text.ids.length < 2) return []
  const own =
    Math.max(0, ownGainOf(text), ruledGainOf(text, letters)) +
    (over ? PRIORS.over : 0) +
    (kinds.length > 1 ? PRIORS.kind : 0)
  const asItIs = bestOf(text, asItStands).map((order) => ({ ...order, isPlain: true }))
  return kinds.flatMap((seek, kind) => {
    const found: (Arrangement & { isPlain?: boolean })[] = seek(text)
    if (kind === 0) found.push(...asItIs)
    return found
      .map((order) => ({ order, score: gainOf(text, order.order, order.order.length) - order.prior }))
      .sort((a, b) => b.score - a.score)
      .slice(0, WEIGHED)
      .map(({ order: { key, prior, order, isPlain } }) => ({
        kind,
        key: isPlain ? undefined : { ...key, ...(over && { over }) },
        order: `${over} ${order.join()}`,
        score: wholeGainOf(text, order) - prior - own,
      }))
  })
}
