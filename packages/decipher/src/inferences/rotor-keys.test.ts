import { type Chunk, createRandom } from '@runnel/core'
import { createEnigma } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { sharedCosts } from '../belief/columns/costs.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { RotorBelief } from '../belief/rotors/rotor-belief.ts'
import { createRotorPlan } from '../belief/rotors/rotor-plan.ts'
import { createDecipherer } from '../decipherer.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { parseRotorMachine } from '../keys/rotor-machine.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent, DoneEvent } from '../session/events.ts'
import {
  allEvents,
  beliefLaws,
  createBigramModel,
  createSampleCounts,
  laws,
  sessionLaws,
} from '../testing/index.ts'
import { type RotorOptions, rotorKeys } from './rotor-keys.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const finding = (options?: RotorOptions) =>
  createDecipherer({ model: net, counts, cipher: rotorKeys(options) })
const enigma = createEnigma()

/** Bytes of a snapshot at the most. */
const MOST_BYTES = 40 * 1024

describe('laws', () => {
  // The toy of the family: 26 times fewer starts.
  const decipherer = finding({ start: 'A??' })
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const skin = {
    text: async (chunks: readonly Chunk[]) => finalText(allEvents(decipherer, chunks)),
    events: async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks),
    decrypt,
  }
  const model = netLanguageModel(net)
  const caesar = keyFamilyOf('caesar')
  const search = createSearchPlan(model, caesar, createReadings(caesar, model.tokenizer, model.name), {
    changeRate: 1e-6,
    drop: 1e-6,
  })
  const rotors = createRotorPlan(parseRotorMachine('I-II-III', 'A??'), {
    counts,
    costs: sharedCosts(counts),
    work: { steps: 0 },
    idOf: foldedIds(counts.tokenizer),
  })
  const own = sessionLaws(1).filter(({ name }) => !name.startsWith('bounded'))
  test.each(beliefLaws(1))('$name', ({ check }) =>
    check({ symbols: caesar.symbols, create: (saved) => new RotorBelief(rotors, search, saved) }),
  )
  test.each(laws(1))('$name', ({ check }) => check(skin))
  test.each(own)('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: MOST_BYTES }))
})

test.each([
  ['with a reflector and rings', { wheels: 'C V-I-VIII BQZ' }, 'C V-I-VIII BQZ MCK'],
  ['of any order', { wheels: 'any', start: '?A?' }, 'B IV-I-V NAT'],
  ['its right ring is not known', { wheels: 'II-V-I AA?', start: 'N??' }, 'B II-V-I AAX NAT'],
])('a start is found: %s', (_, options, written) => {
  const key = enigma.parseKey(written)
  const events = allEvents(finding(options), [enigma.encrypt(plaintext, key)])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: 'enigma', key })
  expect((events.at(-1) as DoneEvent).probability).toBeCloseTo(1, 6)
})

test('a session that moves after every letter tells what one that stays tells, before it is certain and after', () => {
  const decipherer = finding({ start: 'M??' })
  const ciphertext = enigma.encrypt(plaintext, enigma.parseKey('B I-II-III MCK')).slice(0, 60)
  const events: DecipherEvent[] = []
  let session = decipherer.createSession()
  for (const unit of ciphertext) {
    events.push(...session.push(unit))
    const bytes = session.snapshot()
    expect(bytes.length).toBeLessThan(MOST_BYTES)
    session = decipherer.createSession(bytes)
  }
  expect([...events, ...session.flush()]).toEqual(allEvents(decipherer, ciphertext.split('')))
  expect(events.findLast(({ type }) => type === 'key')).toMatchObject({ key: { start: 'MCK' } })
})

test('a word that is said to occur finds the start where it ends, in another place too', () => {
  const key = enigma.parseKey('B I-II-III MCK')
  const ciphertext = enigma.encrypt('zq winter kx', key)
  const read = (options: RotorOptions): string => {
    const decipherer = finding({ start: 'M??', ...options })
    const session = decipherer.createSession()
    const events = session.push(ciphertext.slice(0, 9))
    const moved = decipherer.createSession(session.snapshot())
    expect(moved.snapshot()).toEqual(session.snapshot())
    return finalText([...events, ...moved.push(ciphertext.slice(9)), ...moved.flush()])
  }
  expect(read({ crib: 'WINTER' })).toBe('zq winter kx')
  expect(read({ crib: ['summer', 'winter'] })).toBe('zq winter kx')
  expect(read({})).not.toBe('zq winter kx')
  expect(() => rotorKeys({ crib: 'SEA' })).toThrow('crib: expected words of 5 letters or more')
})

test('letters that no start explains are told as such', () => {
  const random = createRandom(1)
  const letters = Array.from({ length: 150 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  expect(allEvents(finding({ start: '??A' }), [letters]).at(-1)).toMatchObject({ cipher: 'unknown' })
})

test.each(['I-II', 'I-I-II', 'I-II-IX', 'D any', 'any AAAA', 'B any ?AA', ''])(
  '%j is no machine',
  (wheels) => {
    expect(() => rotorKeys({ wheels })).toThrow('wheels: expected any, or three different wheels')
  },
)

test('without counts a start is not sought', () => {
  expect(() => createDecipherer({ model: net, cipher: rotorKeys() })).toThrow('counts: expected')
})
