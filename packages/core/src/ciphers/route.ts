import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import { type Route, routePlaces } from './route-places.ts'
import type { PlacesOf } from './transpose.ts'
import { defineTransposition, type Transposed } from './transposition.ts'

/** Key of a route cipher. */
export interface RouteKey extends Transposed, Route {
  /** Columns of the grid, from 2 on. */
  readonly columns: number
}

const MOST_COLUMNS = 1000

const keyHint =
  'columns of the grid, then how it is filled and where the spiral starts and turns, such as 9,down,top-right,clockwise (across or down; top- or bottom-, left or right; clockwise or counterclockwise), and ,outward where it ends there'

/**
 * The route cipher: the text is written into a grid, across its lines or down its columns, and read along a spiral from a corner to
 * the middle, or from the middle to a corner. Where it does not fill the grid, the last cells are left out.
 *
 * Source: Wikipedia, Transposition cipher.
 *
 * @example
 * import { createRoute } from '@runnel/core/ciphers'
 * const route = createRoute()
 * const key = route.parseKey('9,down,top-right,clockwise')
 * route.encrypt('WEAREDISCOVEREDFLEEATONCEJX', key) // 'EJXCTEDECDAEWRIORFEONALEVSE'
 */
export const createRoute = (): Cipher<RouteKey> =>
  defineTransposition<RouteKey>({
    name: 'route',
    keyHint,
    placesOf: placesUnder,
    generateKey: (random) => ({
      columns: 3 + random.integer(6),
      fill: FILLS[random.integer(2)],
      corner: CORNERS[random.integer(4)],
      turn: TURNS[random.integer(2)],
    }),
    parseKey(text) {
      const [columns, fill, corner, turn, way, ...more] = text
        .toLowerCase()
        .split(',')
        .map((part) => part.trim())
      const isWay = way === undefined || way === 'inward' || way === 'outward'
      if (!/^\d{1,4}$/.test(columns) || !isWay || more.length > 0) {
        throw new InvalidOptionError('key', text, keyHint)
      }
      const key = { columns: Number(columns), fill, corner, turn, ...(way === 'outward' && { way }) }
      try {
        placesUnder(key as RouteKey)
      } catch {
        throw new InvalidOptionError('key', text, keyHint)
      }
      return key as RouteKey
    },
    formatKey: ({ columns, fill, corner, turn, way }) =>
      [columns, fill, corner, turn, ...(way === undefined ? [] : [way])].join(','),
  })

/** Ways to fill a grid, corners and turns of a spiral. */
export const FILLS = ['across', 'down'] as const
export const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const
export const TURNS = ['clockwise', 'counterclockwise'] as const

const placesUnder = (key: RouteKey): PlacesOf => {
  const { columns, fill, corner, turn, way } = key
  if (!(Number.isInteger(columns) && columns >= 2 && columns <= MOST_COLUMNS)) {
    throw new InvalidOptionError('columns', columns, `a whole number, 2 to ${MOST_COLUMNS}`)
  }
  const demand = (option: string, received: unknown, expected: readonly unknown[]): void => {
    if (!expected.includes(received)) throw new InvalidOptionError(option, received, expected.join(' or '))
  }
  demand('fill', fill, FILLS)
  demand('corner', corner, CORNERS)
  demand('turn', turn, TURNS)
  demand('way', way, [undefined, 'outward'])
  return (length) => routePlaces(key, columns, length)
}
