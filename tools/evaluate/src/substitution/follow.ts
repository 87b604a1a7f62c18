import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import { isLetter, type Stream } from '../live/streams.ts'

/** A stream at a number of letters, or many of them added up. */
export interface Standing {
  /** Letters read, and those of them that are read wrong. */
  letters: number
  wrong: number
  /** Letters that are final, and those of them that are wrong. */
  finals: number
  finalsWrong: number
  /** Milliseconds of CPU since the place before. */
  milliseconds: number
  /** Whether it is said that no key explains the text. */
  unknown: number
  /** Letters of each tenth of confidence: how many, how confident together, how many right. */
  bins: { letters: number; confidence: number; right: number }[]
  /** Letters that are not final yet, `[how often, how doubtful]`: how many, their doubt together, how many wrong. */
  waiting: { letters: number; doubt: number; wrong: number }[]
}

const BINS = 10

/** Times that a letter has come, and doubts, from which on others are counted. */
export const TIMES: readonly number[] = [1, 2, 4]
export const DOUBTS: readonly number[] = [0, 0.001, 0.01, 0.1]

/** A standing of nothing. */
export const noStanding = (): Standing => ({
  letters: 0,
  wrong: 0,
  finals: 0,
  finalsWrong: 0,
  milliseconds: 0,
  unknown: 0,
  bins: Array.from({ length: BINS }, () => ({ letters: 0, confidence: 0, right: 0 })),
  waiting: Array.from({ length: TIMES.length * DOUBTS.length }, () => ({ letters: 0, doubt: 0, wrong: 0 })),
})

/** Reads a stream unit by unit, and gives its standing at each number of letters, of a to z unless others are given. */
export const follow = (
  decipherer: Decipherer,
  stream: Stream,
  places: readonly number[],
  alphabet?: string,
): Standing[] => {
  const session = decipherer.createSession()
  const text: { final: string; interim: string; confidence: readonly number[]; cipher: string } = {
    final: '',
    interim: '',
    confidence: [],
    cipher: '',
  }
  const standings: Standing[] = []
  let [letters, began] = [0, process.cpuUsage()]
  for (const unit of stream.ciphertext) {
    for (const event of session.push(unit)) take(text, event)
    if (!isLetter(unit, alphabet)) continue
    letters++
    if (!places.includes(letters)) continue
    const used = process.cpuUsage(began)
    const standing = standingOf(text, stream, alphabet)
    standings.push({ ...standing, letters, milliseconds: (used.user + used.system) / 1000 })
    began = process.cpuUsage()
  }
  session.free()
  return standings
}

const take = (
  text: { final: string; interim: string; confidence: readonly number[]; cipher: string },
  event: DecipherEvent,
) => {
  if (event.type === 'final') {
    text.final += event.text
    text.interim = ''
  } else if (event.type === 'interim') {
    text.interim = event.text
    text.confidence = event.confidence ?? []
  } else if (event.type === 'key') text.cipher = event.cipher
}

const standingOf = (
  {
    final,
    interim,
    confidence,
    cipher,
  }: { final: string; interim: string; confidence: readonly number[]; cipher: string },
  { plaintext, ciphertext }: Stream,
  alphabet: string | undefined,
): Standing => {
  const standing = noStanding()
  standing.unknown = cipher === 'unknown' ? 1 : 0
  const read = ciphertext.slice(0, final.length + interim.length).toLowerCase()
  Array.from(final + interim).forEach((unit, at) => {
    if (!isLetter(plaintext[at], alphabet)) return
    const isRight = unit === plaintext[at]
    const isFinal = at < final.length
    const sure = isFinal ? 1 : confidence[at - final.length]
    const bin = standing.bins[Math.min(BINS - 1, Math.floor(BINS * sure))]
    bin.letters++
    bin.confidence += sure
    if (isRight) bin.right++
    else standing.wrong++
    if (!isFinal) {
      const times = read.split(read[at]).length - 1
      const place = lastFrom(TIMES, times) * DOUBTS.length + lastFrom(DOUBTS, 1 - sure)
      const kind = standing.waiting[place]
      kind.letters++
      kind.doubt += 1 - sure
      if (!isRight) kind.wrong++
      return
    }
    standing.finals++
    if (!isRight) standing.finalsWrong++
  })
  return standing
}

/** Place of the last of some rising numbers that is no more than a number. */
const lastFrom = (numbers: readonly number[], number: number): number =>
  numbers.findLastIndex((from) => from <= number)

/** Standings added up. */
export const added = (standings: readonly Standing[]): Standing => {
  const sum = noStanding()
  for (const one of standings) {
    for (const name of ['letters', 'wrong', 'finals', 'finalsWrong', 'milliseconds', 'unknown'] as const)
      sum[name] += one[name]
    one.bins.forEach((bin, at) => {
      for (const name of ['letters', 'confidence', 'right'] as const) sum.bins[at][name] += bin[name]
    })
    one.waiting.forEach((kind, at) => {
      for (const name of ['letters', 'doubt', 'wrong'] as const) sum.waiting[at][name] += kind[name]
    })
  }
  return sum
}

/** Expected calibration error of the letters: the mean distance of confidence from the share right, bin by bin. */
export const calibrationOf = ({ bins, letters }: Standing): number =>
  bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / letters
