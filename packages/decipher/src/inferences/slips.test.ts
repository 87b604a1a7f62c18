import { createAutokey, createGronsfeld } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts } from '../testing/index.ts'
import { keyFinders } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const finding = (name: string) => createDecipherer({ model: net, counts, cipher: keyFinders[name]() })

const text = plaintext.repeat(2)
const ciphertext = createGronsfeld().encrypt(text, { key: '31405' })
/** Where a letter is lost or doubled; by so many units later that is mended. */
const [AT, MENDED] = [130, 20]
const cut = (of: string, more: string): string => of.slice(0, AT) + more + of.slice(AT + 1)

describe.each([
  ['lost', ''],
  ['doubled', ciphertext[AT] + ciphertext[AT]],
])('a letter that is %s', (_, more) => {
  const slipped = cut(ciphertext, more)
  const events = allEvents(finding('gronsfeld'), slipped.split(''))

  test('turns the key, and the text is right again soon', () => {
    const read = finalText(events)
    expect(read.length).toBe(slipped.length)
    expect(read.slice(0, AT)).toBe(text.slice(0, AT))
    expect(read.slice(AT + MENDED)).toBe(text.slice(AT + MENDED + 1 - more.length))
    expect(events.at(-1)).toMatchObject({ cipher: 'gronsfeld', key: { key: '31405' } })
  })

  test('is found in another place too, and by any chunks', () => {
    const decipherer = finding('gronsfeld')
    let session = decipherer.createSession()
    const moving = slipped.split('').flatMap((unit) => {
      const told = session.push(unit)
      session = decipherer.createSession(session.snapshot())
      return told
    })
    expect([...moving, ...session.flush()]).toEqual(events)
    expect(finalText(allEvents(decipherer, [slipped]))).toBe(finalText(events))
  })
})

test('a key that characters of all kinds move on is turned by a space that is lost', () => {
  const key = { key: '31405', over: 'all' as const }
  const at = text.indexOf(' ', AT)
  const whole = createGronsfeld().encrypt(text, key)
  const read = finalText(allEvents(finding('gronsfeld'), [whole.slice(0, at) + whole.slice(at + 1)]))
  expect(read.slice(at + MENDED)).toBe(text.slice(at + 1 + MENDED))
})

test('an autokey is not turned: the letter that was lost is a part of its key', () => {
  const whole = createAutokey().encrypt(text, { key: 'LEMON' })
  const read = finalText(allEvents(finding('autokey'), [cut(whole, '')]))
  expect(read.slice(0, AT)).toBe(text.slice(0, AT))
  expect(read.length).toBe(text.length - 1)
})
