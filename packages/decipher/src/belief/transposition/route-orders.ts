import { CORNERS, FILLS, type RouteKey, routePlaces, TURNS } from '@runnel/core/ciphers'
import { bestOf, type Ordering } from './best-of.ts'
import { MOST, PRIORS } from './constants.ts'
import type { SeekOrders } from './moved-text.ts'

/** Every number of columns, corner, turn and way of a spiral; of text that is not too long for that. */
export const seekRoute: SeekOrders = (text) =>
  text.ids.length > MOST.routed ? [] : bestOf(text, routes(text.ids.length))

function* routes(length: number): Generator<Ordering> {
  for (let columns = 2; columns <= Math.min(length / 2, MOST.grid); columns++) {
    for (const fill of FILLS) {
      for (const corner of CORNERS) {
        for (const turn of TURNS) {
          yield orderingOf({ columns, fill, corner, turn }, length)
          yield orderingOf({ columns, fill, corner, turn, way: 'outward' }, length)
        }
      }
    }
  }
}

const orderingOf = (key: RouteKey, length: number): Ordering => ({
  key,
  prior: 24 * (32 - Math.clz32(key.columns)) + PRIORS.route,
  fill(order) {
    routePlaces(key, key.columns, length).forEach((plain, cipher) => {
      if (plain < order.length) order[plain] = cipher
    })
  },
})
