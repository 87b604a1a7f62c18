import { createDecipherer, type DecipherEvent, type DecipherOptions, finalText } from '@runnel/decipher'
import type { Contender } from './contender.ts'
import { isLetter, type Stream } from './streams.ts'

/** Letters read until the key is found. */
export interface KeyFinding {
  /** Share of streams whose best key is right after 1, 2, … letters. */
  right: number[]
  /** For each stream, the letter from which the best key stays right. */
  settled: number[]
}

/** Follows the best key of a contender, letter by letter. */
export const findKeys = (contender: Contender, streams: readonly Stream[], letters: number): KeyFinding => {
  const right = new Array<number>(letters).fill(0)
  const settled = streams.map(({ ciphertext, plaintext, keys }) => {
    const read = contender.start()
    let count = 0
    let lastWrong = 0
    for (let i = 0; i < ciphertext.length && count < letters; i++) {
      const isRight = read(ciphertext[i]) === keys[i]
      if (!isLetter(plaintext[i])) continue
      if (isRight) right[count] += 1 / streams.length
      count++
      if (!isRight) lastWrong = count
    }
    return lastWrong + 1
  })
  return { right, settled }
}

/** Share of whole messages, of that many letters, whose every letter is right after `flush`. */
export const wholeMessages = (options: DecipherOptions, streams: readonly Stream[]): number => {
  const decipherer = createDecipherer(options)
  const right = streams.filter(({ ciphertext, plaintext }) => {
    const session = decipherer.createSession()
    return finalText([...session.push(ciphertext), ...session.flush()]) === plaintext
  })
  return right.length / streams.length
}

/** Counts of what a session tells unit by unit. */
export interface Run {
  /** Finals, of letters alone: how many, and how many of them wrong. */
  finals: number
  finalsWrong: number
  /** Letters and other units that wait after each letter, in the order of the letters. */
  waiting: number[][]
  /** For each change of key, letters read until the new key is the best. */
  relock: number[]
  /** Changes of the best key after the 20th letter of a stream, other than to the right one. */
  falseAlarms: number
  letters: number
}

/** Runs sessions over streams, one unit at a time. */
export const runSessions = (
  options: DecipherOptions,
  streams: readonly Stream[],
  meaningOf: (event: Extract<DecipherEvent, { type: 'key' }>) => string,
): Run => {
  const decipherer = createDecipherer(options)
  const run: Run = { finals: 0, finalsWrong: 0, waiting: [], relock: [], falseAlarms: 0, letters: 0 }
  for (const { plaintext, ciphertext, keys, changes } of streams) {
    const session = decipherer.createSession()
    const waiting: number[] = []
    let [settled, held, count, best, next] = [0, 0, 0, '', 0]
    /** Letters since a change that has not been noticed yet. */
    let unnoticed = -1
    const take = (events: readonly DecipherEvent[], at: number): void => {
      for (const event of events) {
        if (event.type === 'final') {
          held = 0
          for (const unit of event.text) {
            if (isLetter(plaintext[settled])) {
              run.finals++
              if (unit !== plaintext[settled]) run.finalsWrong++
            }
            settled++
          }
        } else if (event.type === 'interim') held = event.text.length
        else if (event.type === 'key') {
          const meaning = meaningOf(event)
          if (meaning !== best && meaning !== keys[at] && count > 20) run.falseAlarms++
          best = meaning
        }
      }
    }
    for (let i = 0; i < ciphertext.length; i++) {
      if (changes[next] === i) {
        if (unnoticed >= 0) run.relock.push(unnoticed)
        unnoticed = 0
        next++
      }
      take(session.push(ciphertext[i]), i)
      if (!isLetter(plaintext[i])) continue
      count++
      waiting.push(held)
      if (unnoticed < 0) continue
      if (best === keys[i]) {
        run.relock.push(unnoticed)
        unnoticed = -1
      } else unnoticed++
    }
    take(session.flush(), ciphertext.length - 1)
    run.waiting.push(waiting)
    run.letters += count
  }
  return run
}

/** Expected calibration error, in 10 bins of equal width. */
export const calibrationError = (letters: readonly { confidence: number; isRight: boolean }[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { confidence, isRight } of letters) {
    const bin = bins[Math.min(9, Math.floor(10 * confidence))]
    bin.count++
    bin.confidence += confidence
    bin.right += isRight ? 1 : 0
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / letters.length
}

/** Each letter as it stands when it has just been read: how probable it is held to be, and whether it is right. */
export const confidences = (
  options: DecipherOptions,
  streams: readonly Stream[],
): { confidence: number; isRight: boolean; place: number }[] => {
  const decipherer = createDecipherer({ ...options, commit: { probability: 1, maxDelay: 1000 } })
  return streams.flatMap(({ ciphertext, plaintext }) => {
    const session = decipherer.createSession()
    let place = 0
    return Array.from(ciphertext.split(''), (unit, i) => {
      const events = session.push(unit)
      if (!isLetter(plaintext[i])) return []
      place++
      const interim = events.find((event) => event.type === 'interim')
      const text = interim?.text ?? finalText(events)
      const confidence = interim?.confidence?.at(-1) ?? 1
      return [{ confidence, isRight: text.at(-1) === plaintext[i], place }]
    }).flat()
  })
}

/** The value below which that share of the values lies, in steps of one value. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]
