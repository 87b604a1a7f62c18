import { createRandom } from '@runnel/core'
import { createXor, textAsBytes } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const deciphering = ['decipher', '--cipher', 'xor']
const inHex = (text: string): string => Buffer.from(textAsBytes(text)).toString('hex')
const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

const prose =
  'It was the best of times, it was the worst of times,\nit was the age of wisdom, it was the age of foolishness,\n' +
  'it was the epoch of belief, it was the epoch of incredulity,\nit was the season of Light, it was the season of Darkness.\n'

test.each([
  // cryptopals.com, set 1, challenge 3.
  [
    '1b37373331363f78151b7f2b783431333d78397828372d363c78373e783a393b3736',
    "Cooking MC's like a pound of bacon",
    'X',
  ],
  // The one line of challenge 4 that is English.
  ['7b5a4215415d544115415d5015455447414c155c46155f4058455c5b523f', 'Now that the party is jumping\n', '5'],
])('cryptopals, one byte: %s', async (digits, plaintext, key) => {
  const found = await runCaptured([...deciphering, '--encoding', 'hex', '--fail-unknown', digits])
  expect(found).toMatchObject({ status: 0, stdout: plaintext })
  expect(found.stderr).toContain(`hex > xor · key ${key} · belief`)
})

test('cryptopals, challenge 4: a line of 30 bytes that is no text is told from it', async () => {
  const random = createRandom(4)
  const line = inHex(String.fromCharCode(...Array.from({ length: 30 }, () => random.integer(256))))
  const { status } = await runCaptured([...deciphering, '--encoding', 'hex', '--fail-unknown', line])
  expect(status).toBe(3)
})

test('cryptopals, challenge 6: a key of 29 bytes, in lines of base64', async () => {
  // Its own text is not here: other text under a key as long.
  const key = 'A tale of two cities, a book.'
  const ciphertext = Buffer.from(textAsBytes(createXor().encrypt(prose.repeat(2), { key })))
  const lines = ciphertext.toString('base64').replace(/.{60}/g, '$&\n')
  const found = await runCaptured([...deciphering, '--encoding', 'base64'], lines)
  expect(found).toMatchObject({ status: 0, stdout: prose.repeat(2) })
  expect(found.stderr).toContain(`base64 > xor · key ${key} · belief 100.00 %`)
})

test.each([
  ['hex', '1b3'],
  ['base64', 'HUIf='],
])('half a byte at the end is told in words: %s', async (encoding, text) => {
  const { status, stderr } = await runCaptured([...deciphering, '--encoding', encoding, text])
  expect(status).not.toBe(0)
  expect(stderr).toContain(`${encoding}: `)
  expect(stderr).not.toContain('alphabet')
})

test.each([
  ['hex', '1b37373331363f78151b7f2b783431333d78397828372d363c78373e783a393b3736'],
  ['base64', 'GzYxNz8nKTYxOiY1PzI1PDovIGlqNzI1Ojw6LSIkKSZpaiMjOT8uLyBoYw=='],
])('digits of bytes that no encoding is named for: %s is worth a try', async (encoding, text) => {
  const { stderr } = await runCaptured([...deciphering, text])
  expect(stderr).toContain(`it was read as it stands: --encoding ${encoding} takes that off first`)
  const { stderr: decoded } = await runCaptured([...deciphering, '--encoding', encoding, text])
  expect(decoded).not.toContain('--encoding')
})

test('bytes in, bytes out: those of UTF-8 come out as they went in', async () => {
  const plaintext = `${prose}Café — naïve.\n`
  const ciphertext = textAsBytes(createXor().encrypt(utf8(plaintext), { key: '0x00ff80c3f1' }))
  const known = await runCaptured([...deciphering, '--key', '0x00ff80c3f1', '--quiet'], ciphertext)
  expect(known.stdout).toBe(plaintext)
  const found = await runCaptured(deciphering, ciphertext)
  expect(found.stdout).toBe(plaintext)
  expect(found.stderr).toContain('xor · key 0x00ff80c3f1 · belief 100.00 %')
})

test('enciphered: words as the bytes that they are, as one object too', async () => {
  const { stdout } = await runCaptured(['encipher', '--cipher', 'xor', '--key', '0x01', 'HiÀ'])
  expect(stdout).toBe(Buffer.from([0x49, 0x68, 0xc2, 0x81]).toString())
  const told = await runCaptured([...deciphering, '--key', '0x01', '--json', '--encoding', 'hex', '4968c281'])
  expect(JSON.parse(told.stdout)).toMatchObject({ text: utf8('HiÀ'), key: { key: '0x01' }, encoding: 'hex' })
})
