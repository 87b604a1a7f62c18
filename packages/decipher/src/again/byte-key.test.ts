import { createHex, encodeText } from '@runnel/core/encodings'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { encodingOf } from '../encodings/encoding-of.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents, createBigramModel, createSampleCounts, createToyIdentifier } from '../testing/index.ts'
import { byteKey } from './byte-key.ts'
import { lookingAgain } from './looking-again.ts'
import { otherCiphers } from './other-ciphers.ts'

const plaintext = 'The river comes down from the hills in spring, and carries the snow of the winter with it.'
const model = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const bare = createDecipherer({ model })
const moved = (text: string, key: number): string =>
  Array.from(text, (sign) => String.fromCharCode(sign.charCodeAt(0) ^ key)).join('')
const hex = (text: string): string => encodeText(createHex(), text)

test('bytes under a key of one byte that print, and were taken for text, are read', async () => {
  const means = { model, counts, identifier: await createToyIdentifier() }
  const looking = encodingOf('auto')(lookingAgain(otherCiphers(means))(bare))
  const events = allEvents(looking, [hex(moved(plaintext, 0x13))])
  expect(finalText(events)).toBe(plaintext)
  expect(events.at(-1)).toMatchObject({ cipher: 'xor', key: { key: '0x13' }, encoding: 'hex' })
  const flag = 'flag{one_byte_is_no_key}'
  expect(finalText(allEvents(looking, [hex(moved(flag, 0x17))]))).toBe(flag)
})

test('a key of one byte is told by the words that it makes', () => {
  expect(byteKey(moved(plaintext, 0x0a), bare)).toBe('0x0a')
  expect(byteKey(moved('river', 0x0a), bare)).toBeUndefined()
  for (const text of [
    plaintext,
    'https://example.org/a?b=c',
    'qzx{wj~kqz|vxj]wqzk^vxjqz',
    '/usr/share/x-y.z',
  ]) {
    expect(byteKey(text, bare)).toBeUndefined()
  }
})
