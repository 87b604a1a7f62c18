import { createXor, textAsBytes } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { send } from '../testing/requests.ts'

// cryptopals.com, set 1, challenge 5, and its beginning in hexadecimal digits.
const PLAINTEXT = "Burning 'em, if you ain't quick and nimble\nI go crazy when I hear a cymbal"
const DIGITS = '0b3637272a2b2e63622c2e69692a23693a2a3c6324202d623d63343c2a26226324272765272a282b2f20'

const bytesOf = async (response: Response): Promise<number[]> => [
  ...new Uint8Array(await response.arrayBuffer()),
]

test('XOR under a known key: bytes in, bytes out, or hexadecimal digits', async () => {
  const key = '0x80ff41'
  const ciphertext = textAsBytes(createXor().encrypt(PLAINTEXT, { key }))
  const written = await send(`/v1/encipher?cipher=xor&key=${key}`, PLAINTEXT)
  expect(written.headers.get('content-type')).toBe('application/octet-stream')
  expect(await bytesOf(written)).toEqual([...ciphertext])
  const read = await send(`/v1/decipher?cipher=xor&key=${key}`, ciphertext)
  expect(await read.text()).toBe(PLAINTEXT)
  const fromHex = await send('/v1/decipher?cipher=xor&key=ICE&encoding=hex', DIGITS)
  expect(await fromHex.text()).toBe(PLAINTEXT.slice(0, DIGITS.length / 2))
})

test('an unknown key is found', async () => {
  const response = await send('/v1/decipher?cipher=xor&encoding=hex', DIGITS)
  expect(await response.text()).toBe(PLAINTEXT.slice(0, DIGITS.length / 2))
})
