import { createCaesar, createRandom } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { encodingOf } from '../encodings/index.ts'
import { finish, type InSteps } from '../in-steps.ts'
import { createAuto } from '../inferences/auto.ts'
import { keyFinders } from '../inferences/cipher-named.ts'
import { createHomophonicSearch } from '../inferences/homophonic.ts'
import { createSubstitutionSearch } from '../inferences/substitution.ts'
import { createBigramModel, createSampleCounts } from '../testing/index.ts'
import type { DecipherEvent } from './events.ts'
import { inSteps } from './stepped-session.ts'
import { tellingLooks } from './telling-looks.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const model = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const random = createRandom(7)
const gibberish = Array.from({ length: 140 }, () => String.fromCharCode(97 + random.integer(26))).join('')
const changing = Array.from({ length: 12 }, (_, i) =>
  createCaesar().encrypt(plaintext.slice(7 * i, 7 * i + 7), { shift: 1 + random.integer(25) }),
).join('')
const repeated = createVigenere().encrypt(plaintext, { key: 'KEY' })
const auto = createAuto({ beyond: [keyFinders.vigenere()], trial: 64 })

const subjects: Record<string, [Decipherer, string]> = {
  'keys that are sought where none that is listed explains the text': [
    createDecipherer({ model, counts, cipher: auto }),
    gibberish,
  ],
  'keys that change': [createDecipherer({ model, cipher: 'caesar', keyChange: { rate: 0.5 } }), changing],
  'keys that repeat, found and lost': [
    createDecipherer({ model, counts, cipher: keyFinders.vigenere() }),
    repeated.slice(0, 50) + gibberish.slice(0, 40),
  ],
  'keys that repeat, of several families': [
    createDecipherer({ model, counts, cipher: keyFinders.periodic() }),
    gibberish.slice(0, 21),
  ],
  'a substitution that shows late that it has no spaces': [
    createDecipherer({
      model,
      cipher: createSubstitutionSearch({ words: counts, letters: counts, width: 100 }),
    }),
    gibberish.slice(0, 40),
  ],
  'symbols for letters': [
    createDecipherer({ cipher: createHomophonicSearch({ words: counts, letters: counts, moves: 5000 }) }),
    gibberish,
  ],
  'an encoding around keys that are sought': [
    createDecipherer({ model, counts, cipher: auto, encoding: encodingOf('hex') }),
    Array.from(gibberish.slice(0, 90), (unit) => unit.charCodeAt(0).toString(16)).join(''),
  ],
}

describe.each(Object.entries(subjects))('%s', (_, [decipherer, text]) => {
  const pieces = Array.from({ length: Math.ceil(text.length / 5) }, (_, i) => text.slice(5 * i, 5 * i + 5))

  test('two sessions that take steps by turns tell what one that never stops tells', () => {
    const whole = decipherer.createSession()
    const expected = [...pieces.map((piece) => whole.push(piece)), whole.settle(), whole.flush()]
    const sessions = [0, 1].map(() => tellingLooks(decipherer.createSession()))
    let stops = 0
    const told: DecipherEvent[][][] = sessions.map(() => [])
    const readings = sessions.map(function* (session, i) {
      const own = inSteps(session)
      const calls = [...pieces.map((piece) => () => own.push(piece)), () => own.settle(), () => own.flush()]
      for (const call of calls) {
        const steps = call()
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) {
            told[i].push(step.value)
            break
          }
          stops++
          yield
        }
      }
    })
    // The second is a few steps behind.
    for (let i = 0; i < 3; i++) readings[0].next()
    for (let isOver = false; !isOver; )
      isOver = readings.map((reading) => reading.next().done).every((done) => done)
    expect(stops).toBeGreaterThan(2)
    for (const all of told)
      expect(all.map((events) => events.map(withoutLooks))).toEqual(
        expected.map((events) => events.map(withoutLooks)),
      )
  })
})

const withoutLooks = (event: DecipherEvent): object =>
  event.type === 'done' ? { ...event, looks: undefined } : event

test('a session that knows nothing of steps is read in one go', () => {
  const session = createDecipherer({ cipher: 'caesar', key: '3' }).createSession()
  const steps: InSteps<DecipherEvent[]> = inSteps({ ...session, push: (chunk) => session.push(chunk) }).push(
    'gdwd',
  )
  expect(finish(steps).at(-1)).toMatchObject({ type: 'final', text: 'data' })
})

test('no piece of a reading is longer than a letter', () => {
  const session = createDecipherer({ model, cipher: 'caesar' }).createSession()
  const steps = inSteps(session).push(plaintext)
  let stops = 0
  while (!steps.next().done) stops++
  expect(stops).toBeGreaterThanOrEqual(plaintext.length)
})
