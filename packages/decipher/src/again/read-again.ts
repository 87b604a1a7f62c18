import { EncodingError } from '@runnel/core/encodings'
import type { Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { Candidate, CandidatesEvent, DecipherEvent, DoneEvent, KeyEvent } from '../session/events.ts'
import { CERTAIN, LIKELIER, SHORT, SURE } from './constants.ts'
import { encodingOfBytes, isOfLetters } from './text-kind.ts'

/** UTF-16 units of the beginning that candidates show. */
const SHOWN = 32

/** A text as another decipherer read it. */
interface Reading {
  readonly text: string
  readonly done: DoneEvent
  /** Probability that its cipher explains the text. */
  readonly sure: number
}

/**
 * Reads a text by other decipherers, where the one that has read it is not sure of a key.
 *
 * @param ending the events with which it ended
 * @returns the events of the surest reading, or nothing where none is sure
 */
export const readAgain = (
  text: string,
  others: (text: string) => Iterable<Decipherer>,
  ending: readonly DecipherEvent[],
): DecipherEvent[] | undefined => {
  const first = ending.at(-1)
  if (first?.type !== 'done' || isRead(text, first)) return undefined
  let best: Reading | undefined
  const isShort = first.letters < SHORT.letters
  for (const other of others(text)) {
    const events = eventsOfAll(other, text)
    const done = events.at(-1)
    if (done?.type !== 'done' || done.cipher === 'unknown') continue
    // The same text as before, unless an encoding was taken off.
    if (done.cipher === 'plain' && done.encoding === undefined) continue
    if (isOutOfCase(text, finalText(events))) continue
    const isDoubtful = isShort || done.encoding !== undefined
    const sure = isDoubtful ? done.probability : sureOf(done, events)
    if (sure < (isDoubtful ? SHORT.sure : SURE) || sure <= (best?.sure ?? 0)) continue
    best = { text: finalText(events), done, sure }
    if (done.probability >= CERTAIN) break
  }
  return best && eventsOf(best, ending)
}

/** Whether a text was read surely. Of one that has hardly any letters it says nothing that it stands as it is. */
const isRead = (text: string, { cipher, probability }: DoneEvent): boolean => {
  if (text === '') return true
  if (cipher === 'plain' && !isOfLetters(text)) return encodingOfBytes(text) === undefined
  return cipher !== 'unknown' && probability >= SURE
}

/** The probability of the best key, with that of others of its cipher where it is likelier than all of these. */
const sureOf = ({ cipher, probability }: DoneEvent, events: readonly DecipherEvent[]): number => {
  if (probability < LIKELIER) return probability
  const told = events.findLast((event) => event.type === 'candidates')?.candidates ?? []
  const alike = told.filter((one) => one.cipher === cipher)
  return Math.max(
    probability,
    alike.reduce((sum, one) => sum + one.probability, 0),
  )
}

/** Whether letters that have changed places leave capitals within words, where there were none. */
const isOutOfCase = (text: string, reading: string): boolean =>
  text.length === reading.length && capitalsWithin(text) < capitalsWithin(reading)

const capitalsWithin = (text: string): number => text.match(/[a-z][A-Z]/g)?.length ?? 0

/** Of a text that is not in an encoding that was tried, none. */
const eventsOfAll = (decipherer: Decipherer, text: string): DecipherEvent[] => {
  const session = decipherer.createSession()
  try {
    return [...session.push(text), ...session.flush()]
  } catch (error) {
    if (EncodingError.isInstance(error)) return []
    throw error
  } finally {
    session.free()
  }
}

const eventsOf = ({ text, done }: Reading, ending: readonly DecipherEvent[]): DecipherEvent[] => {
  const { cipher, key, probability, encoding } = done
  const told = { cipher, key, probability, ...(encoding !== undefined && { encoding }) }
  const candidates = ending.findLast((event) => event.type === 'candidates')
  return [
    { type: 'key', start: 0, ...told } as KeyEvent,
    { type: 'final', start: 0, text },
    ...(candidates ? [besides({ ...told, text: text.slice(0, SHOWN) } as Candidate, candidates)] : []),
    done,
  ]
}

/** A candidate in front of others, which share what it leaves them. */
const besides = (first: Candidate, told: CandidatesEvent): CandidatesEvent => {
  const others = told.candidates.map((other) => ({
    ...other,
    probability: other.probability * (1 - first.probability),
  }))
  return { ...told, candidates: [first, ...others] }
}
