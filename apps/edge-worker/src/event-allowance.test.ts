import { createDecipherer, type DecipherEvent, type InSteps, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decipherMapping, mediaTypes } from './decipher-body.ts'
import { EVENT_BYTES, EventAllowance } from './event-allowance.ts'
import { heavyText } from './testing/heavy-text.ts'

const model = await loadModel(await findModel('english'))
const counts = await loadCounts(await findCounts('english'))

const options = fc.record({
  commit: fc.record({
    probability: fc.constantFrom(0.999, 0.9999999),
    maxDelay: fc.constantFrom(0, 1, 128, 512),
  }),
  keyChange: fc.record({ rate: fc.constantFrom(0, 2e-6, 0.5) }),
  candidates: fc.constantFrom(0, 1, 20),
})
const noise = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz '),
  minLength: 700,
  maxLength: 900,
})
const changing = fc.integer({ min: 1, max: 99 }).map((seed) => heavyText(700, seed))
// One byte each, six in JSON.
const control = fc.constant('\u0001'.repeat(700))
const texts = fc.oneof(noise, changing, control)
/** Bytes of the last event. */
const END = 1024
const cuts = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 64 }))

test.each(mediaTypes)(
  '%s: whatever is asked for and however it is cut, so many bytes for each of the text',
  (type) => {
    fc.assert(
      fc.property(options, texts, cuts, (chosen, text, size) => {
        const session = createDecipherer({ model, counts, ...chosen }).createSession()
        const mapping = decipherMapping(session, type, Number.POSITIVE_INFINITY, { ended: () => {} })
        const bytes = new TextEncoder().encode(text)
        let told = ''
        for (let at = 0; at < bytes.length; at += size) {
          whole(mapping.push(bytes.subarray(at, at + size)))
          told += mapping.take()
          // At every moment, not only at the end.
          const most = EVENT_BYTES.first + EVENT_BYTES.perByte * Math.min(at + size, bytes.length)
          expect(new TextEncoder().encode(told).length).toBeLessThanOrEqual(most)
        }
        told += whole(mapping.flush())
        mapping.ended('answered', { bytesIn: 0, bytesOut: 0 })
        const { first, perByte, atEnd } = EVENT_BYTES
        // Text that waits until the end takes up to six bytes for one.
        expect(new TextEncoder().encode(told).length).toBeLessThanOrEqual(
          first + (perByte + 6) * bytes.length + atEnd + END,
        )
        if (type !== 'text/plain') expect(finalsIn(told)).toHaveLength(text.length)
      }),
      { seed: 1, numRuns: 12, endOnFailure: true },
    )
  },
)

/** Takes all the steps of what is given in steps. */
const whole = <Given>(given: Given | InSteps<Given>): Given => {
  if (typeof given !== 'object' || given === null || !('next' in given)) return given
  for (;;) {
    const { done, value } = given.next()
    if (done) return value
  }
}

const finalsIn = (told: string): string =>
  Array.from(
    told.matchAll(/^(?:data: )?(\{"type":"final".*\})$/gm),
    ([, json]) => JSON.parse(json as string).text,
  ).join('')

const final = (start: number, text: string): DecipherEvent => ({ type: 'final', start, text })
const interim = (start: number, text: string): DecipherEvent => ({
  type: 'interim',
  start,
  text,
  confidence: Array.from(text, () => 0.5),
})
const key = (start: number, shift: number): DecipherEvent => ({
  type: 'key',
  start,
  cipher: 'caesar',
  key: { shift },
  probability: 0.5,
})
const sizeOf = (events: readonly DecipherEvent[]) => JSON.stringify(events).length - 2

test('with room for all, events stay as they are', () => {
  const events = [key(0, 1), final(0, 'a'), interim(1, 'bc')]
  expect(new EventAllowance(sizeOf).tell(events)).toEqual(events)
})

test('without, text that is final comes first, then the latest key, then interim text, without confidence if need be', () => {
  const allowance = new EventAllowance(sizeOf, { bytes: 170, held: [] })
  const first = allowance.tell([key(0, 1), final(0, 'a'), key(1, 2), interim(1, 'bcdefgh')])
  expect(first).toEqual([key(1, 2), final(0, 'a'), { type: 'interim', start: 1, text: 'bcdefgh' }])
  expect(allowance.tell([final(1, 'b'), interim(2, 'cdefghi')])).toEqual([])
  expect(allowance.tell([final(2, 'c'), interim(3, 'defghij')])).toEqual([])
  allowance.earn(1)
  // The finals are one, and interim text before them is no more.
  expect(allowance.tell([])).toEqual([final(1, 'bc')])
  allowance.earn(4)
  expect(allowance.tell([])).toEqual([interim(3, 'defghij')])
})

test('a state is gone on from', () => {
  const one = new EventAllowance(sizeOf, { bytes: 10, held: [] })
  expect(one.tell([final(0, 'a')])).toEqual([])
  const two = new EventAllowance(sizeOf, JSON.parse(JSON.stringify(one.state)))
  two.earn(1)
  expect(two.tell([final(1, 'b')])).toEqual([final(0, 'ab')])
})

test('at the end candidates are told for which there is room, the most probable in any case', () => {
  const candidate = (shift: number) => ({
    cipher: 'caesar',
    key: { shift },
    probability: 0.05,
    text: 'a'.repeat(80),
  })
  const candidates = Array.from({ length: 20 }, (_, shift) => candidate(shift))
  const done = {
    type: 'done',
    start: 80,
    cipher: 'unknown',
    probability: 0.5,
    letters: 80,
  } as unknown as DecipherEvent
  const all = [final(0, 'a'), { type: 'candidates', start: 80, candidates } as unknown as DecipherEvent, done]
  const told = new EventAllowance(sizeOf, { bytes: 0, held: [interim(0, 'a')] }).tell(all)
  expect(told.map(({ type }) => type)).toEqual(['final', 'candidates', 'done'])
  const listed = told[1]?.type === 'candidates' ? told[1].candidates : []
  expect(listed).toEqual(candidates.slice(0, listed.length))
  expect(listed.length).toBeGreaterThan(0)
  expect(sizeOf([told[1] as DecipherEvent])).toBeLessThanOrEqual(EVENT_BYTES.atEnd)
})
