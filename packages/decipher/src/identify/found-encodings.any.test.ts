import { expect, test } from 'vitest'
import { foundEncodings, withFound } from './found-encodings.ts'

test.each([
  ['VGhlIHF1 aWNrIGJy b3duIGZv eA==', 'base64'],
  ['[72, 101, 108, 108, 111]', 'encoded'],
  ['{ 0x48, 0x65, 0x6c, 0x6c, 0x6f }', 'hex'],
  ['di-dah-dit / dah-dah-dah / dah-di-dit', 'morse'],
])('%j is told as %s, whatever stands around it', (text, kind) => {
  const [first] = withFound([{ kind: 'plain', probability: 1 }], foundEncodings(text, true))
  expect(first).toMatchObject({ kind, probability: 0.99 })
})
