import { createCaesar } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel } from '../testing/index.ts'
import { GroupedText } from './grouped-text.ts'
import { createSearchPlan } from './hypothesis/plan.ts'
import { createReadings } from './hypothesis/readings.ts'

const sentence =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. there is a mill'

/**
 * Pairs of letters alone, as text without spaces has them, and with spaces too: a net trained on both kinds of text.
 */
const model = createBigramModel(`${sentence} `.repeat(3) + sentence.replace(/[^a-z]/g, '').repeat(3))
const decipherer = createDecipherer({ model, cipher: 'caesar' })
const encrypt = (text: string) => createCaesar().encrypt(text, { shift: 7 })
const read = (text: string) => finalText(allEvents(decipherer, encrypt(text).split('')))
const letters = sentence.replace(/[^a-z]/g, '').toUpperCase()
const grouped = (size: number, separator = ' ') =>
  letters.replace(new RegExp(`.{${size}}(?=.)`, 'g'), `$&${separator}`)
const groups = grouped(5)

describe('groups of five', () => {
  test.each([
    ['in capitals', groups],
    ['in lines', groups.replace(/(.{17}) /g, '$1\r\n')],
    ['of which the last is shorter', groups.slice(0, -3)],
    ['of which the last is shorter, before a line end', `${groups.slice(0, -3)}\n`],
    ['of which there are three', groups.slice(0, 16)],
    ['that end in a mark', `${groups}.`],
  ])('%s', (_, text) => {
    expect(read(text)).toBe(text)
  })

  test('adaptive watching passes spaces over as well', () => {
    const adaptive = createDecipherer({ model, cipher: 'caesar', watch: 'adaptive' })
    const text = `${groups} `.repeat(6)
    const events = allEvents(adaptive, encrypt(text).split(''))
    expect(finalText(events)).toBe(text)
    const longest = Math.max(...events.map((event) => (event.type === 'interim' ? event.text.length : 0)))
    expect(longest).toBeGreaterThan(80)
  })

  test('a session moves to another place at any letter', () => {
    let session = decipherer.createSession()
    let text = ''
    for (const unit of encrypt(groups)) {
      session = decipherer.createSession(session.snapshot())
      text += finalText(session.push(unit))
    }
    expect(text + finalText(session.flush())).toBe(groups)
  })
})

/** Of what bigrams can tell: longer groups, and hyphens, are tried with a net, where the evaluation is. */
const known = [1, 2, 3, 4, 5]

/** Whether what stands between letters means nothing at the end of a text: the last three of those, as a belief has it. */
const endsInGroups = (text: string): boolean => {
  const family = keyFamilyOf('caesar')
  const readings = createReadings(family, model.tokenizer, 'bigrams')
  const belief = new GroupedText(
    createSearchPlan(netLanguageModel(model), family, readings, { changeRate: 2e-6, drop: 1e-6 }),
  )
  const between = Array.from(text, (character, position) => {
    const unit = character.charCodeAt(0)
    const probability = belief.read({ unit, index: readings.indexOf(unit), position })
    return /[a-z]/i.test(character) ? undefined : probability
  }).filter((probability) => probability !== undefined)
  return between.slice(-3).every((probability) => probability === 1)
}

describe('other groups', () => {
  test.each(known)('of %i letters', (size) => {
    for (const separator of [' ', '\n', '\r\n', ...(size < 3 ? ['-'] : [])]) {
      const text = grouped(size, separator)
      expect([separator, read(text), endsInGroups(text)]).toEqual([separator, text, true])
    }
  })

  test.each(['\n', ' ', '"', '(', '1. ', 'RE: ', 'ER ', `${sentence}: `, `${sentence}.\n\n`])(
    'after %j',
    (head) => {
      for (const size of [1, 2, 4]) {
        const text = head + grouped(size)
        expect([size, read(text), endsInGroups(text)]).toEqual([size, text, true])
      }
    },
  )

  test('words after them are words again', () => {
    const text = `${sentence} ${grouped(4)}. ${sentence}`
    expect([read(text), endsInGroups(text)]).toEqual([text, false])
  })

  test('late in a text, with another key', () => {
    const [before, after] = [`${sentence} `, grouped(4)]
    const events = allEvents(decipherer, (before + encrypt(after)).split(''))
    // The first group may be final before a change of key is found.
    expect(finalText(events).slice(before.length + 5)).toBe(after.slice(5))
  })
})

test.each([sentence, 'there river comes hills', 'the and was has to it is a mill', 'well-to-do'])(
  'words are no groups: %s',
  (text) => {
    expect(endsInGroups(text)).toBe(false)
  },
)

test.each(['river comes down from the hills', 'there, is a mill', 'comes there river from hills'])(
  'words of five letters are no groups: %s',
  (text) => {
    expect(read(text)).toBe(text)
  },
)
