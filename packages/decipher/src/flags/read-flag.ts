import { createRot47 } from '@runnel/core'
import { powerOf } from '../belief/columns/powers.ts'
import { BEGINNING, ENOUGH, KEY_COSTS, LONGEST_FLAG } from './constants.ts'
import type { FlagCosts } from './flag-cost.ts'
import { type FlagKey, listedFlagKeys, vigenereFlagKeys } from './flag-keys.ts'

/** A flag as a key reads it. */
export interface ReadFlag {
  readonly cipher: string
  readonly key: object
  readonly probability: number
  readonly text: string
}

/** The beginning of a text: of a flag that has not ended, a flag that has, or none. */
export type Shape = 'open' | 'closed' | 'none'

/** Reads flags: a word, and something in braces after it. */
export interface FlagReader {
  /** The shape of a text so far, without white space before it. */
  shapeOf(text: string): Shape
  /** The flag by its likeliest key, or undefined where no key is likely enough. */
  read(text: string): ReadFlag | undefined
  /** The same by the keys that can be listed: a third of the work. */
  readListed(text: string): ReadFlag | undefined
  /** Twelfths of a bit that it takes to tell a flag. */
  costOf(flag: string): number
}

/** The same as ROT47 reads it, with no space within. */
const TURNED_OPEN = /^(?:\w{0,16}|\w{2,16}\{[^}\s]*)$/
const TURNED_CLOSED = /^\w{2,16}\{[^}\s]{4,}\}$/

const OPEN = /^(?:\w{0,16}|\w{2,16}\{[^}\r\n]*)$/
const CLOSED = /^\w{2,16}\{[^}\r\n]*\}$/

/** Makes a reader of flags that begin in one of some ways, or, with less to go by, in any. */
export const createFlagReader = (formats: readonly string[], costs: FlagCosts): FlagReader => {
  const rot47 = createRot47()
  const listed = listedFlagKeys()
  const images = formats.map((format) => rot47.encrypt(format, {}))
  const [, closing] = rot47.encrypt('{}', {})
  const imageOf = (text: string): string | undefined => images.find((image) => text.startsWith(image))
  const costOf = (text: string): number => {
    const brace = text.indexOf('{')
    const beginning = text.slice(0, brace + 1)
    const first = formats.includes(beginning)
      ? BEGINNING.known
      : BEGINNING.other + costs.nameCost(text.slice(0, brace))
    return first + costs.textCost(text.slice(brace + 1))
  }
  const likeliestOf = (keys: readonly FlagKey[], text: string): ReadFlag | undefined =>
    likeliest(
      keys.map((key) => {
        const plaintext = key.decrypt(text)
        return { key, plaintext, cost: key.cost + costOf(plaintext) }
      }),
    )
  return {
    costOf,
    shapeOf(text) {
      if (text.length > LONGEST_FLAG) return 'none'
      if (imageOf(text)) return text.endsWith(closing) ? 'closed' : /[\r\n]/.test(text) ? 'none' : 'open'
      if (CLOSED.test(text)) return 'closed'
      const turned = rot47.decrypt(text, {})
      if (TURNED_CLOSED.test(turned)) return 'closed'
      const isOpen = OPEN.test(text) || TURNED_OPEN.test(turned)
      return isOpen || images.some((image) => image.startsWith(text)) ? 'open' : 'none'
    },
    read(text) {
      if (imageOf(text)) {
        return { cipher: rot47.name, key: {}, probability: 1, text: rot47.decrypt(text, {}) }
      }
      const turned = rot47.decrypt(text, {})
      if (TURNED_CLOSED.test(turned)) {
        const probability =
          1 / (1 + powerOf(costs.strangeCost(text, turned) - KEY_COSTS.rot47 - costOf(turned)))
        return probability < ENOUGH ? undefined : { cipher: rot47.name, key: {}, probability, text: turned }
      }
      return likeliestOf([...listed, ...vigenereFlagKeys(text, formats, costs)], text)
    },
    readListed: (text) => likeliestOf(listed, text),
  }
}

const likeliest = (
  weighed: readonly { key: FlagKey; plaintext: string; cost: number }[],
): ReadFlag | undefined => {
  const best = weighed.reduce((least, one) => (one.cost < least.cost ? one : least))
  const total = weighed.reduce((sum, { cost }) => sum + powerOf(cost - best.cost), 0)
  if (1 / total < ENOUGH) return undefined
  const { cipher, key } = best.key
  return { cipher, key, probability: 1 / total, text: best.plaintext }
}
