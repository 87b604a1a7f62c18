import type { Random } from '@runnel/core'
import { CodingStream, createEncoding, encodeText } from '@runnel/core/encodings'
import type { Kind } from '@runnel/decipher/identify'
import { letterTexts } from './letter-texts.ts'
import { lettersOf, oneOf, type Passages } from './passages.ts'

/** Texts in an encoding, by kind: each from a number of letters of plain text. */
export const codedTexts: Partial<Record<Kind, (passages: Passages, letters: number) => string>> = {
  hex: (passages, letters) => hexOf(passages.random, bytesFrom(passages, letters)),
  base64: (passages, letters) =>
    encodedBytes(oneOf(passages.random, ['base64', 'base64', 'base64url']), bytesFrom(passages, letters)),
  base32(passages, letters) {
    const text = encodedBytes('base32', bytesFrom(passages, letters))
    return passages.random.next() < 0.2 ? text.toLowerCase() : text
  },
  base85: (passages, letters) =>
    encodedBytes(oneOf(passages.random, ['ascii85', 'z85']), whole(bytesFrom(passages, letters), 4)),
  binary(passages, letters) {
    const text = encodedBytes('binary', bytesFrom(passages, letters))
    return passages.random.next() < 0.5 ? text.replaceAll(' ', '') : text
  },
  xor(passages, letters) {
    const { random } = passages
    const key = xorKey(passages)
    const bytes = new TextEncoder()
      .encode(passages.take(letters))
      .map((byte, i) => byte ^ key[i % key.length])
    const form = random.next()
    if (form < 0.5) return hexOf(random, bytes)
    return encodedBytes(form < 0.9 ? 'base64' : 'base32', bytes)
  },
  morse: (passages, letters) => encodeText(createEncoding('morse'), innerText(passages, letters)),
  a1z26(passages, letters) {
    const { random } = passages
    const text = encodeText(createEncoding('a1z26'), innerText(passages, letters))
    const between = oneOf(random, ['-', ' ', ', '])
    return random.next() < 0.5 ? text : text.replace(/[- ]/g, between)
  },
  polybius(passages, letters) {
    const text = encodeText(createEncoding('polybius'), lettersOf(innerText(passages, letters)))
    return passages.random.next() < 0.5 ? text.replaceAll(' ', '') : text
  },
  bacon(passages, letters) {
    const { random } = passages
    const name = oneOf(random, ['bacon', 'bacon26'])
    const text = encodeText(createEncoding(name), lettersOf(innerText(passages, letters)))
    const spaced = random.next() < 0.5 ? text : text.replaceAll(' ', '')
    return random.next() < 0.5 ? spaced : spaced.toLowerCase()
  },
}

/** Share of encoded texts that are letters of a cipher, and that are no text at all. */
const INNER = { cipher: 0.2, noise: 0.1 } as const

/** Words and spaces, plain or under a cipher. */
const innerText = (passages: Passages, letters: number): string => {
  const make = passages.random.next() < INNER.cipher ? letterTexts.substitution : letterTexts.plain
  return (make?.(passages, letters) ?? '').replace(/[^a-z ]+/gi, '')
}

const bytesFrom = (passages: Passages, letters: number): Uint8Array => {
  const { random } = passages
  if (random.next() < INNER.noise) return Uint8Array.from({ length: letters }, () => random.integer(256))
  const make = random.next() < INNER.cipher ? letterTexts.caesar : undefined
  return new TextEncoder().encode(make?.(passages, letters) ?? passages.take(letters))
}

/** Without the bytes at the end that fill no group. */
const whole = (bytes: Uint8Array, group: number): Uint8Array =>
  bytes.subarray(0, bytes.length - (bytes.length % group))

const encodedBytes = (name: string, bytes: Uint8Array): string => {
  const stream = new CodingStream(createEncoding(name), 'encode')
  stream.take(bytes)
  stream.end()
  return stream.output.takeText()
}

const hexOf = (random: Random, bytes: Uint8Array): string => {
  const text = encodedBytes('hex', bytes)
  const form = random.next()
  if (form < 0.5) return text
  return form < 0.75 ? text.toUpperCase() : (text.match(/../g) ?? []).join(' ')
}

/** A byte, a word, or some random bytes. */
const xorKey = ({ random, word }: Passages): Uint8Array => {
  const form = random.next()
  if (form < 0.4) return Uint8Array.of(1 + random.integer(255))
  if (form < 0.7) return new TextEncoder().encode(word().slice(0, 8))
  return Uint8Array.from({ length: 2 + random.integer(7) }, () => random.integer(256))
}
