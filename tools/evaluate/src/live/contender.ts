import { createDecipherer, type DecipherOptions } from '@runnel/decipher'
import { meaningOf } from './streams.ts'

/** A way of finding the key while the text arrives. */
export interface Contender {
  readonly name: string
  /** Starts a stream. What it returns reads one UTF-16 unit and gives the meaning of the best key so far. */
  start(): (unit: string) => string
}

/** Runnel itself, through a session that is given one unit at a time. */
export const runnel = (name: string, options: DecipherOptions): Contender => {
  const decipherer = createDecipherer(options)
  return {
    name,
    start() {
      const session = decipherer.createSession()
      let meaning = ''
      return (unit) => {
        for (const event of session.push(unit)) {
          if (event.type === 'key') meaning = meaningOf(event.cipher, event.key)
        }
        return meaning
      }
    },
  }
}
