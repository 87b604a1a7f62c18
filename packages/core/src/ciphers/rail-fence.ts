import { InvalidOptionError } from '../errors.ts'
import type { Cipher } from './cipher.ts'
import type { PlacesOf } from './transpose.ts'
import { defineTransposition, type Transposed } from './transposition.ts'
import { wrap } from './wrap.ts'

/** Key of a rail fence. */
export interface RailFenceKey extends Transposed {
  /** Rails, from 2 on. */
  readonly rails: number
  /** Places of the zigzag that are passed over before the first letter: 0 for one that begins at the top. */
  readonly offset: number
}

const MOST_RAILS = 1000

/**
 * The rail fence: letters are written in a zigzag down and up some rails, and read rail by rail.
 *
 * Source: Wikipedia, Rail fence cipher; the offset as in CyberChef.
 *
 * @example
 * import { createRailFence } from '@runnel/core/ciphers'
 * createRailFence().encrypt('WEAREDISCOVEREDFLEEATONCE', { rails: 3, offset: 0 }) // 'WECRLTEERDSOEEFEAOCAIVDEN'
 */
export const createRailFence = (): Cipher<RailFenceKey> => {
  const keyHint = `rails, 2 to ${MOST_RAILS}, such as 3, or rails and offset, such as 3,1`
  return defineTransposition<RailFenceKey>({
    name: 'rail-fence',
    keyHint,
    placesOf: placesUnder,
    generateKey(random) {
      const rails = 2 + random.integer(6)
      return { rails, offset: random.integer(2 * (rails - 1)) }
    },
    parseKey(text) {
      const [, rails, offset = '0'] = /^\s*(\d{1,4})\s*(?:,\s*(\d{1,4})\s*)?$/.exec(text) ?? []
      if (rails === undefined) throw new InvalidOptionError('key', text, keyHint)
      const key = { rails: Number(rails), offset: Number(offset) }
      placesUnder(key)
      return key
    },
    formatKey: ({ rails, offset }) => (offset === 0 ? `${rails}` : `${rails},${offset}`),
  })
}

const placesUnder = ({ rails, offset }: RailFenceKey): PlacesOf => {
  const isWithin = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most
  if (!isWithin(rails, 2, MOST_RAILS)) {
    throw new InvalidOptionError('rails', rails, `a whole number, 2 to ${MOST_RAILS}`)
  }
  const period = 2 * (rails - 1)
  if (!isWithin(offset, 0, period - 1)) {
    throw new InvalidOptionError('offset', offset, `a whole number, 0 to ${period - 1} with ${rails} rails`)
  }
  const railOf = (place: number): number => {
    const at = wrap(place + offset, period)
    return at < rails ? at : period - at
  }
  return (length) => {
    const starts = new Uint32Array(rails + 1)
    for (let place = 0; place < length; place++) starts[railOf(place) + 1]++
    for (let rail = 0; rail < rails; rail++) starts[rail + 1] += starts[rail]
    const places = new Uint32Array(length)
    for (let place = 0; place < length; place++) places[starts[railOf(place)]++] = place
    return places
  }
}
