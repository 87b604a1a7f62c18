import { expect, test } from 'vitest'
import { encodingOfBytes, encodingsOfWhole, isOfLetters } from './text-kind.ts'

test.each([
  ['143a2f2e7a35347a2e323f', undefined],
  ['143a2f2e7a35347a2e323f7a29', 'hex'],
  ['\\x14\\x3a\\x2f\\x2e\\x7a\\x35\\x34\\x7a\\x2e\\x32\\x3f\\x7a', 'hex'],
  ['20 53 56 53 62 35 122 52 53 46 51 57 63', 'decimal'],
  ['[20, 53, 56, 53, 62, 35, 122, 52, 53, 46, 51, 57, 63]', 'quoted > decimal'],
  ['FDU4NT4jejQ1LjM5Pz56', 'base64'],
  [
    '00010100 00111010 00101111 00101110 01111010 00110101 00110100 01111010 00101110 00110010 00111111 01111010',
    'binary',
  ],
  ['Nobody noticed the small boat', undefined],
  ['THECA CHEIS HIDDE NUNDE RTHEO', undefined],
  ['4 8 15 16 23 42', undefined],
])('%j are bytes in %s', (text, encoding) => {
  expect(encodingOfBytes(text)).toBe(encoding)
})

test('text of letters, and of digits', () => {
  expect(isOfLetters('THECA CHEIS, HIDDE')).toBe(true)
  expect(isOfLetters('01010100, 01101000, 01100101')).toBe(false)
  expect(isOfLetters('')).toBe(true)
})

test.each([
  ['QVhUksvXBFopGdJUVVPUYbcPia4YWkYdGUvggrdS36xx', ['base58']],
  ['AHK6A838C5P64RRLE8G6QOBJEHIN483N====\n', ['base32hex']],
  ['AHK6A838C5P64RRLE8G6QABJEHHN483N', ['base58', 'base32hex']],
  ['QVhUksvXBFopGdJUVVPUYbcPia4YWkYdGUvggrdSl6xx', []],
  ['QVhUksvXBFop GdJUVVPUYbcPia4YWkYd', []],
  ['QVhUksvXBFopGdJUVVPUYbcPiaWYWkYd', []],
  ['a4YWkYdGUv', []],
])('%j may as a whole be in %j', (text, encodings) => {
  expect(encodingsOfWhole(text)).toEqual(encodings)
})
