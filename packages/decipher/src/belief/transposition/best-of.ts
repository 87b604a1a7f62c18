import { WEIGHED, WINDOW } from './constants.ts'
import { gainOf } from './gain.ts'
import type { Arrangement, MovedText } from './moved-text.ts'

/** A key, its prior, and its order, which is worked out into `order`. */
export interface Ordering {
  readonly key: object
  readonly prior: number
  fill(order: Uint32Array): void
}

/**
 * The best of some orders by the beginning of what they read: of many, those alone are worked out in full.
 *
 * @returns `WEIGHED` of them at the most; of equals, the first
 */
export const bestOf = (text: MovedText, orderings: Iterable<Ordering>): Arrangement[] => {
  const first = new Uint32Array(Math.min(WINDOW.first, text.ids.length))
  const best: { ordering: Ordering; score: number }[] = []
  for (const ordering of orderings) {
    ordering.fill(first)
    const score = gainOf(text, first, first.length) - ordering.prior
    if (best.length === WEIGHED && score <= best[WEIGHED - 1].score) continue
    let at = best.length
    while (at > 0 && best[at - 1].score < score) at--
    best.splice(at, 0, { ordering, score })
    if (best.length > WEIGHED) best.pop()
  }
  return best.map(({ ordering: { key, prior, fill } }) => {
    const order = new Uint32Array(Math.min(WINDOW.whole, text.ids.length))
    fill(order)
    return { key, prior, order }
  })
}
