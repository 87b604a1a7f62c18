import type { Chunk } from '@runnel/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { Candidate, DecipherEvent } from '../session/events.ts'
import { brokenLaws } from './broken-laws.ts'
import { allEvents, laws, type Skin } from './index.ts'

// What is tried at random is the same each time, so that each fault is met each time.
beforeAll(() => fc.configureGlobal({ seed: 1 }))
afterAll(() => fc.resetConfigureGlobal())

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })

/** A skin whose events are changed on the way. */
const changing = (change: (events: DecipherEvent[]) => DecipherEvent[], source = decipherer): Skin => {
  const events = async (chunks: readonly Chunk[]) => change(allEvents(source, chunks))
  return { events, text: async (chunks) => finalText(await events(chunks)) }
}

const changingText = (change: (text: string) => string): Skin => ({
  text: async (chunks) => change(finalText(allEvents(decipherer, chunks))),
})

/** Changes the events of one type. */
const each = <Type extends DecipherEvent['type']>(
  type: Type,
  change: (event: Extract<DecipherEvent, { type: Type }>) => DecipherEvent[],
): Skin =>
  changing((events) =>
    events.flatMap((event) =>
      event.type === type ? change(event as Extract<DecipherEvent, { type: Type }>) : [event],
    ),
  )

/** A key of Caesar, as an event tells it. */
const caesar = (shift: number) => ({ cipher: 'caesar' as const, key: { shift } })

const asked = createDecipherer({ cipher: 'caesar', key: '3', candidates: 2 })

/** Changes the candidates. */
const eachOf = (change: (candidates: readonly Candidate[]) => Candidate[]): Skin =>
  changing(
    (events) =>
      events.map((event) =>
        event.type === 'candidates' ? { ...event, candidates: change(event.candidates) } : event,
      ),
    asked,
  )

const [cut, shredded, length, finality] = ['however the input is cut', 'one byte or', 'length', 'finality']

test.each<[string, Skin, string[]]>([
  ['none', changing((events) => events), []],
  ['none, text alone', { ...changingText((text) => text), takes: 'text' }, []],
  ['none, bytes alone', { ...changingText((text) => text), takes: 'bytes' }, []],
  [
    'no flush',
    {
      text: async (chunks) => {
        const session = decipherer.createSession()
        return chunks.map((chunk) => finalText(session.push(chunk))).join('')
      },
    },
    [cut, shredded, length],
  ],
  [
    'each chunk a stream of its own',
    { text: async (chunks) => chunks.map((chunk) => finalText(allEvents(decipherer, [chunk]))).join('') },
    [cut, shredded],
  ],
  ['another letter', changingText((text) => text.replaceAll('e', 'f')), [cut, shredded]],
  ['case lost', changingText((text) => text.replaceAll('A', 'a')), [cut, shredded, length]],
  [
    'lone surrogates mended',
    changingText((text) => text.replace(/\p{Surrogate}/gu, '\ufffd')),
    [cut, shredded, length],
  ],
  ['a mark dropped', changingText((text) => text.replace(/^\ufeff/, '')), [cut, shredded, length]],
  ['a character dropped', changingText((text) => text.replace('\0', '')), [cut, shredded, length]],
  ['a gap', each('final', (event) => [{ ...event, start: event.start + 1 }]), [finality]],
  [
    'pairs split',
    each('final', ({ start, text }) =>
      text.split('').map((unit, i) => ({ type: 'final', start: start + i, text: unit })),
    ),
    [finality],
  ],
  ['a final without text', each('final', (event) => [event, { ...event, text: '' }]), [finality]],
  ['a final twice', each('final', (event) => [event, event]), [cut, shredded, length, finality]],
  ['stale interim text', each('final', (event) => [event, { ...event, type: 'interim' }]), [finality]],
  ['key before its time', each('key', (event) => [{ ...event, start: 99 }]), [finality]],
  ['too sure', each('key', (event) => [{ ...event, probability: 2 }]), [finality]],
  ['no number', each('key', (event) => [{ ...event, ...caesar(Number.NaN) }]), [finality]],
  ['no value', each('key', (event) => [{ ...event, ...caesar(undefined as unknown as number) }]), [finality]],
  ['no done', each('done', () => []), [finality]],
  ['done twice', each('done', (event) => [event, event]), [finality]],
  ['done first', changing((events) => [...events.slice(-1), ...events.slice(0, -1)]), [finality]],
  ['letters miscounted', each('done', (event) => [{ ...event, letters: event.start }]), [finality]],
  ['another end', each('done', (event) => [{ ...event, start: event.letters }]), [finality]],
  ['candidates', changing((events) => events, asked), []],
  ['candidates twice', eachOf((candidates) => [...candidates, ...candidates]), [finality]],
  ['no candidates', eachOf(() => []), [finality]],
  ['candidates too sure', eachOf(([first]) => [{ ...first, probability: 2 }]), [finality]],
  ['beginnings cut short', eachOf(([first]) => [{ ...first, text: first.text.slice(0, 1) }]), [finality]],
])('%s', async (_, skin, expected) => {
  expect(await brokenLaws(laws(400), skin)).toEqual(expected.map((part) => expect.stringContaining(part)))
})
