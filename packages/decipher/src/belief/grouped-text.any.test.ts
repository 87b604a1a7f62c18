import { createCaesar } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel } from '../testing/index.ts'

const sentence =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. there is a mill'

/**
 * Pairs of letters alone, as text without spaces has them, and with spaces too: a net trained on both kinds of text.
 */
const model = createBigramModel(`${sentence} `.repeat(3) + sentence.replace(/[^a-z]/g, '').repeat(3))
const decipherer = createDecipherer({ model, cipher: 'caesar' })
const encrypt = (text: string) => createCaesar().encrypt(text, { shift: 7 })
const read = (text: string) => finalText(allEvents(decipherer, encrypt(text).split('')))
const groups = sentence
  .replace(/[^a-z]/g, '')
  .toUpperCase()
  .replace(/.{5}(?=.)/g, '$& ')

describe('groups of five', () => {
  test.each([
    ['in capitals', groups],
    ['in lines', groups.replace(/(.{17}) /g, '$1\r\n')],
    ['of which the last is shorter', groups.slice(0, -3)],
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

test.each(['river comes down from the hills', 'there, is a mill', 'comes there river from hills'])(
  'words of five letters are no groups: %s',
  (text) => {
    expect(read(text)).toBe(text)
  },
)
