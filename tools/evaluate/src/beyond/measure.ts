import { createRandom } from '@runnel/core'
import { type DecipherEvent, type Decipherer, finalText } from '@runnel/decipher'
import { type Outcome, outcomeOf } from '../answers/outcome.ts'
import type { Family } from '../open-world/family.ts'
import type { Plan } from '../open-world/measure.ts'

/** A decipherer, the ciphers that it seeks where listed keys fail, and the steps that it has taken for them. */
export interface Seeking {
  decipherer: Decipherer
  sought: readonly string[]
  steps(): number
}

/** Streams of one family in one layout. */
export interface Measured {
  family: Family
  layout: Plan['layout']
  streams: number
  /** Streams that woke the search beyond the listed keys. */
  woken: number
  /** Streams for which one of its ciphers was told, if only for some letters, and the letter with which each was first. */
  told: number[]
  /** Streams that ended with one. */
  ended: number
  outcomes: Outcome[]
  /** Milliseconds of CPU a stream. */
  cpu: number
}

/** Reads streams of a family, each as one chunk. */
export const measure = (
  { decipherer, sought, steps }: Seeking,
  family: Family,
  { count, seed, letters: [letters], layout }: Plan,
  countLetters: (letters: number) => void,
): Measured => {
  const random = createRandom(seed)
  const measured: Measured = {
    family,
    layout,
    streams: count,
    woken: 0,
    told: [],
    ended: 0,
    outcomes: [],
    cpu: 0,
  }
  for (let i = 0; i < count; i++) {
    const { ciphertext, plaintext } = family.draw(random, { letters, layout })
    const before = steps()
    const begun = process.cpuUsage()
    const session = decipherer.createSession()
    const events = [...session.push(ciphertext), ...session.flush()]
    const { user, system } = process.cpuUsage(begun)
    measured.cpu += (user + system) / 1000 / count
    if (steps() > before) measured.woken++
    const first = events.find((event) => event.type === 'key' && sought.includes(event.cipher))
    if (first) measured.told.push(lettersIn(ciphertext.slice(0, first.start + 1)))
    const done = events.at(-1) as DecipherEvent & { type: 'done' }
    if (sought.includes(done.cipher)) measured.ended++
    const { cipher, key, probability } = done
    measured.outcomes.push(outcomeOf({ text: finalText(events), cipher, key, probability }, plaintext))
    countLetters(letters)
  }
  return measured
}

const lettersIn = (text: string): number => text.replace(/[^a-z]/gi, '').length
