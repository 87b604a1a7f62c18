import { type Alphabet, createAlphabet, isHighSurrogate, isLowSurrogate, LATIN } from '@runnel/core'
import type { CandidatesEvent, DecipherEvent } from '../session/events.ts'
import { same } from './same.ts'

/**
 * Checks the events of one whole stream: finals follow one another from 0 to the end, interim text only
 * stands for what follows them, no event splits a surrogate pair, `done` comes last and once, and every event
 * survives JSON.
 *
 * @param text the whole input
 * @param alphabet which characters count as letters
 * @throws Error naming what is wrong
 */
export const checkEvents = (
  events: readonly DecipherEvent[],
  text: string,
  alphabet: Alphabet = createAlphabet(LATIN),
): void => {
  let settled = 0
  let told = 0
  for (const event of events) {
    same(JSON.parse(JSON.stringify(event)), event, 'an event, through JSON')
    if (event.type === 'final' || event.type === 'interim') {
      same(event.start, settled, `start of ${event.type}`)
      if (event.type === 'interim' && event.confidence) checkConfidence(event.text, event.confidence)
      same(splitsPair(text, event.start + event.text.length), false, `${event.type} splits a pair`)
    } else {
      if (event.type === 'candidates') checkCandidates(event, text)
      else same(event.probability >= 0 && event.probability <= 1, true, `probability of ${event.type}`)
      same(event.start >= told && event.start <= text.length, true, `start of ${event.type} in order`)
    }
    if (event.type === 'final') {
      same(event.text.length > 0, true, 'a final has text')
      settled += event.text.length
    }
    told = Math.max(told, event.start)
  }
  same(settled, text.length, 'end of the last final')
  const done = events.filter((event) => event.type === 'done')
  same(done.length, 1, 'number of done events')
  same(events.at(-1), done[0], 'last event')
  const letters = text.split('').filter((unit) => alphabet.indexOf(unit.charCodeAt(0)) !== -1).length
  same({ start: done[0].start, letters: done[0].letters }, { start: text.length, letters }, 'done')
}

/** Candidates are several, each once, the best first, and read the beginning of the text. */
const checkCandidates = ({ start, candidates }: CandidatesEvent, whole: string): void => {
  same(candidates.length > 0, true, 'there are candidates')
  same(
    new Set(candidates.map(({ cipher, key }) => JSON.stringify([cipher, key]))).size,
    candidates.length,
    'each key once',
  )
  candidates.forEach(({ probability, text }, i) => {
    const before = i === 0 ? 1 : candidates[i - 1].probability
    same(probability >= 0 && probability <= before, true, 'candidates, best first')
    same(text.length >= Math.min(32, start) && whole.length >= text.length, true, 'length of a beginning')
    same(splitsPair(whole, text.length), false, 'a beginning splits a pair')
  })
}

const checkConfidence = (text: string, confidence: readonly number[]): void => {
  same(confidence.length, text.length, 'number of confidences')
  same(
    confidence.every((value) => value >= 0 && value <= 1),
    true,
    'confidences are probabilities',
  )
}

const splitsPair = (text: string, at: number): boolean =>
  isHighSurrogate(text.charCodeAt(at - 1)) && isLowSurrogate(text.charCodeAt(at))
