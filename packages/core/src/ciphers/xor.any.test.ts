import { expect, test } from 'vitest'
import { bytesAsText, textAsBytes } from '../byte-text.ts'
import { createXor } from './xor.ts'

const xor = createXor()
const hex = (text: string): string =>
  Array.from(textAsBytes(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (digits: string): string =>
  bytesAsText(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))

test.each([
  // cryptopals.com, set 1, challenge 5.
  [
    "Burning 'em, if you ain't quick and nimble\nI go crazy when I hear a cymbal",
    'ICE',
    '0b3637272a2b2e63622c2e69692a23693a2a3c6324202d623d63343c2a26226324272765272a282b2f20430a652e2c652a3124333a653e2b2027630c692b20283165286326302e27282f',
  ],
  // cryptopals.com, set 1, challenge 2: both are given there in hexadecimal digits.
  [
    fromHex('1c0111001f010100061a024b53535009181c'),
    '0x686974207468652062756c6c277320657965',
    '746865206b696420646f6e277420706c6179',
  ],
])('published: %j under %s', (plaintext, key, ciphertext) => {
  expect(hex(xor.encrypt(plaintext, { key }))).toBe(ciphertext)
  expect(xor.decrypt(fromHex(ciphertext), { key })).toBe(plaintext)
})

test.each([
  ['ICE', 'ICE'],
  [' a b', ' a b'],
  ['0x494345', 'ICE'],
  ['0X49 43:45', 'ICE'],
  ['0x00ff', '0x00ff'],
  ['0x3078', '0x3078'],
  ['é', '0xc3a9'],
])('the key %j is %j', (text, written) => {
  expect(xor.parseKey(text)).toEqual({ key: written })
})

test.each(['', '0x', '0x4', '0xgg', 'a'.repeat(257)])('%j is no key', (text) => {
  expect(() => xor.parseKey(text)).toThrow(/^key: expected 1 to 256 bytes/)
})

test('every byte is a letter of its own, and no other character is one', () => {
  expect(xor.encrypt('aA\u00ff\u0100😀', { key: '0x20' })).toBe('Aa\u00df\u0100😀')
})
