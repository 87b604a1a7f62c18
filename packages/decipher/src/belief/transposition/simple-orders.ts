import { bestOf, type Ordering } from './best-of.ts'
import { MOST, PRIORS } from './constants.ts'
import type { SeekOrders } from './moved-text.ts'

/** A text as it stands. */
export const asItStands: readonly Ordering[] = [
  {
    key: {},
    prior: PRIORS.plain,
    fill: (order) =>
      order.forEach((_, place) => {
        order[place] = place
      }),
  },
]

/** A text from its end to its beginning. */
export const seekReversal: SeekOrders = (text) => {
  const last = text.ids.length - 1
  const fill = (order: Uint32Array): void => {
    for (let place = 0; place < order.length; place++) order[place] = last - place
  }
  return bestOf(text, [{ key: {}, prior: 0, fill }])
}

/** Every number of letters around a rod. */
export const seekScytale: SeekOrders = (text) => bestOf(text, rods(text.ids.length))

function* rods(length: number): Generator<Ordering> {
  for (let around = 2; around < Math.min(length, MOST.around + 1); around++) {
    const line = Math.ceil(length / around)
    const full = Math.floor(length / line)
    const longer = length - full * line
    yield {
      key: { around },
      prior: 2 * bitsOf(around),
      fill(order) {
        for (let place = 0; place < order.length; place++) {
          const column = place % line
          order[place] = column * full + Math.min(column, longer) + (place - column) / line
        }
      },
    }
  }
}

/** Every number of rails, and every offset. */
export const seekRailFence: SeekOrders = (text) => bestOf(text, fences(text.ids.length))

function* fences(length: number): Generator<Ordering> {
  for (let rails = 2; rails < Math.min(length, MOST.rails + 1); rails++) {
    const period = 2 * (rails - 1)
    for (let offset = 0; offset < period; offset++) {
      yield {
        key: { rails, offset },
        prior: 2 * bitsOf(rails) + PRIORS.offset + (offset === 0 ? 0 : bitsOf(period)),
        fill: (order) => fillFence(order, { rails, offset, length }),
      }
    }
  }
}

const fillFence = (
  order: Uint32Array,
  { rails, offset, length }: { rails: number; offset: number; length: number },
): void => {
  const period = 2 * (rails - 1)
  const [full, rest] = [Math.floor(length / period), length % period]
  /** Letters that are at a point of the zigzag's period. */
  const between = (point: number): number =>
    full + ((point < offset ? point + period : point) - offset < rest ? 1 : 0)
  const next = new Uint32Array(rails)
  for (let rail = 1; rail < rails; rail++) {
    const above = rail - 1
    next[rail] = next[above] + between(above) + (above === 0 ? 0 : between(period - above))
  }
  let at = offset
  for (let place = 0; place < order.length; place++) {
    order[place] = next[at < rails ? at : period - at]++
    at = at === period - 1 ? 0 : at + 1
  }
}

/** Twelve times the number of binary digits. */
const bitsOf = (value: number): number => 12 * (32 - Math.clz32(value))
