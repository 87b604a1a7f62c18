import { createRandom } from '@runnel/core'
import type { Counts, DecipherOptions } from '@runnel/decipher'
import type { RnnModel } from '@runnel/rnn-model'
import { runSessions } from '../live/measures.ts'
import { drawStream, meaningOf, type Stream, type StreamOptions } from '../live/streams.ts'

const LISTED = ['plain', 'caesar', 'atbash', 'affine', 'rot47']

/** Letters of a stream with one key, and of one whose key changes. */
export const [STEADY, CHANGING] = [300, 1000]

/** Letters between changes of key, on average, and letters of a word. */
const [BETWEEN, WORD] = [250, 4.5]

/** Streams together between two looks at the progress. */
const BATCH = 10

/** Text and model of the streams, and how many there are for each row. */
export interface NoiseSubject {
  model: RnnModel
  /** Those beside it. */
  counts?: Counts
  text: string
  count: number
  seed: number
}

/** A way of making and reading streams: the cipher searched for, and the share of letters replaced. */
export interface NoisePlan {
  cipher: 'caesar' | 'auto'
  noise: number
}

/** One key under noise. */
export interface Alarms extends NoisePlan {
  /** Changes of the best key to a wrong one after the 20th letter, in 1,000 letters. */
  alarms: number
  /** Share of final letters that are right. */
  right: number
}

/** Changes of key under noise. */
export interface Changes extends NoisePlan {
  changeAt: 'letter' | 'word'
  /** For each change, the letter with which the new key became the best, counted from 1. */
  found: number[]
  right: number
}

/** One key under noise: how often another is believed, and how many letters are right. */
export const measureAlarms = (
  subject: NoiseSubject,
  plan: NoisePlan,
  count: (letters: number) => void,
): Alarms => {
  const ciphers = plan.cipher === 'auto' ? LISTED : ['caesar']
  const run = follow(subject, plan, { letters: STEADY, ciphers }, count)
  return { ...plan, alarms: (1000 * run.falseAlarms) / run.letters, right: 1 - run.finalsWrong / run.finals }
}

/** Changes of a Caesar key, at any letter or at words alone: letters read until the new key is the best. */
export const measureChanges = (
  subject: NoiseSubject,
  { changeAt, ...plan }: NoisePlan & Pick<Changes, 'changeAt'>,
  count: (letters: number) => void,
): Changes => {
  const changeRate = changeAt === 'word' ? WORD / BETWEEN : 1 / BETWEEN
  const run = follow(subject, plan, { letters: CHANGING, changeRate, changeAt }, count)
  return {
    ...plan,
    changeAt,
    found: run.relock.map((letters) => letters + 1),
    right: 1 - run.finalsWrong / run.finals,
  }
}

const follow = (
  { model, counts, text, count, seed }: NoiseSubject,
  { cipher, noise }: NoisePlan,
  streams: StreamOptions,
  counted: (letters: number) => void,
) => {
  const options: DecipherOptions = { model, counts, cipher }
  const random = createRandom(seed)
  const sum = { falseAlarms: 0, letters: 0, finals: 0, finalsWrong: 0, relock: [] as number[] }
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from(
      { length: Math.min(BATCH, count - from) },
      (): Stream => drawStream(text, random, { ...streams, noise }),
    )
    const run = runSessions(options, batch, (event) => meaningOf(event.cipher, event.key))
    sum.falseAlarms += run.falseAlarms
    sum.letters += run.letters
    sum.finals += run.finals
    sum.finalsWrong += run.finalsWrong
    sum.relock.push(...run.relock)
    counted(run.letters)
  }
  return sum
}
