import { createEncoding, encodeText } from '@runnel/core/encodings'
import { expect, test } from 'vitest'
import { toyIdentifyModel } from '../testing/index.ts'
import { allowedKinds } from './allowed.ts'
import { FEATURES, featuresOf, measure } from './features.ts'
import { KINDS } from './kinds.ts'

const { english } = toyIdentifyModel()
const kindsOf = (text: string): string[] => {
  const allowed = allowedKinds(measure(text, english))
  return KINDS.filter((_, place) => allowed[place])
}
const LETTERS =
  'plain caesar affine rot47 substitution periodic autokey transposition playfair hill bifid'.split(' ')

test.each([
  ['', []],
  ['\n ', []],
  ['... --- ...', ['rot47', 'morse']],
  ['20-8-5 3-1-20', ['rot47', 'xor', 'base64', 'a1z26']],
  ['Жук', []],
  ['AABBA ABBAB', [...LETTERS, 'xor', 'base32', 'bacon', 'random']],
  ['ADFGVX', [...LETTERS, 'adfgvx', 'xor', 'base64', 'base85', 'random']],
])('%j may be these', (text, expected) => {
  const kinds = kindsOf(text)
  expect(expected.filter((kind) => !kinds.includes(kind))).toEqual([])
  for (const kind of ['morse', 'bacon', 'adfgvx', 'a1z26', 'polybius', 'binary'])
    expect(kinds.includes(kind), kind).toBe(expected.includes(kind))
})

test.each([
  ['hex', 'hex'],
  ['base64', 'base64'],
  ['base64url', 'base64'],
  ['base32', 'base32'],
  ['ascii85', 'base85'],
  ['z85', 'base85'],
  ['binary', 'binary'],
  ['morse', 'morse'],
  ['a1z26', 'a1z26'],
  ['polybius', 'polybius'],
  ['bacon', 'bacon'],
  ['bacon26', 'bacon'],
])('text in %s may be %s, cut anywhere', (encoding, kind) => {
  const encoded = encodeText(createEncoding(encoding), 'attack at')
  for (let end = encoded.length - 4; end <= encoded.length; end++)
    expect(kindsOf(encoded.slice(0, end))).toContain(kind)
})

test('features are as many as are said, and none is beyond 1', () => {
  for (const text of [
    '',
    'a',
    'aa',
    'Hello, world! 123',
    '4869',
    'ж',
    '\ud83d'.repeat(9),
    'z'.repeat(3000),
  ]) {
    const features = featuresOf(measure(text, english))
    expect(features.length).toBe(FEATURES)
    expect(features.every((feature) => Math.abs(feature) <= 1)).toBe(true)
  }
})
