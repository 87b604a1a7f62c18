import { expect, test } from 'vitest'
import { createEncoding } from './list.ts'
import { decodeText, encodeText } from './whole-text.ts'

test.each([
  ['atbash', 'Wizard 7', 'Draziw 7'],
  ['caesar-3', 'Xyz 9', 'Abc 9'],
  // Keys that lie side by side.
  ['keys-right', 'Hello, you', 'Jr;;p. upi'],
  ['keys-left', 'Hello, you', 'Gwkkim tiy'],
])('%s writes %j as %j', (name, text, written) => {
  expect(encodeText(createEncoding(name), text)).toBe(written)
  expect(decodeText(createEncoding(name), written)).toBe(text)
})

test.each(['caesar-0', 'caesar-26', 'caesar-03', 'caesar-'])('there is no %s', (name) => {
  expect(() => createEncoding(name)).toThrow('received')
})
