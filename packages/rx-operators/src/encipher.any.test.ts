import { createCaesar, createRandom, defineCipher, InvalidOptionError } from '@runnel/core'
import { createRailFence } from '@runnel/core/ciphers'
import { createDecipherer } from '@runnel/decipher'
import { createFixedShiftModel, cut, textChunks } from '@runnel/decipher/testing'
import fc from 'fast-check'
import { from, of, Subject } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { decipher } from './decipher.ts'
import { encipher } from './encipher.ts'
import { outcome } from './testing/outcome.ts'

const caesar = createCaesar()
const key = { shift: 3 }

// The assignment's pairs, and the whole alphabet.
describe.each([
  ['data', 'gdwd'],
  ['I Like Apples', 'L Olnh Dssohv'],
  ['abcdefghijklmnopqrstuvwxyz', 'defghijklmnopqrstuvwxyzabc'],
])('%j ↔ %j', (plaintext, ciphertext) => {
  test('there, letter by letter', () => {
    const { values, completed } = outcome(of(...plaintext).pipe(encipher(caesar, key)))
    expect(values).toEqual([...ciphertext])
    expect(completed).toBe(true)
  })

  test.each([
    ['a key', createDecipherer({ cipher: 'caesar', key })],
    ['a net', createDecipherer({ model: createFixedShiftModel(3) })],
  ])('and back with %s', (_, decipherer) => {
    expect(outcome(of(...ciphertext).pipe(decipher(decipherer))).values).toEqual([...plaintext])
  })
})

test('however the text is cut, the ciphertext is that of the whole, and deciphers to the text', () => {
  fc.assert(
    fc.property(textChunks, fc.integer(), fc.array(fc.nat()), (chunks, shift, cuts) => {
      const plaintext = chunks.join('')
      const ciphertext = outcome(from(chunks as string[]).pipe(encipher(caesar, { shift }))).values
      expect(ciphertext.join('')).toBe(caesar.encrypt(plaintext, { shift }))
      const decipherer = createDecipherer({ cipher: caesar, key: { shift } })
      const again = from(cut(ciphertext.join(''), cuts)).pipe(decipher(decipherer))
      expect(outcome(again).values.join('')).toBe(plaintext)
    }),
    { numRuns: 300 },
  )
})

test('chunk for chunk, empty ones too', () => {
  expect(outcome(of('da', '', '\ud83d', '\ude00').pipe(encipher(caesar, key))).values).toEqual([
    'gd',
    '',
    '\ud83d',
    '\ude00',
  ])
})

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, '3' as unknown as number])(
  'the shift %s is refused when the operator is made',
  (shift) => {
    let error: unknown
    try {
      encipher(caesar, { shift })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(InvalidOptionError)
    expect(error).toMatchObject({ option: 'shift', received: shift, expected: 'a whole number' })
  },
)

test('a cipher that moves letters gives them at the end', () => {
  const fence = encipher(createRailFence(), { rails: 3, offset: 0 })
  expect(outcome(of('WEAREDISC', 'OVEREDFLEEATONCE').pipe(fence)).values.join('')).toBe(
    'WECRLTEERDSOEEFEAOCAIVDEN',
  )
})

test('any key that a cipher makes is taken', () => {
  const made = caesar.generateKey(createRandom(1))
  expect(outcome(of('data').pipe(encipher(caesar, made))).values).toEqual([caesar.encrypt('data', made)])
})

test('what the cipher throws reaches error, and the source is left', () => {
  const fault = new Error('bad letter')
  const failing = defineCipher({
    ...caesar,
    phaseLength: 1,
    encryptor: () => (): never => {
      throw fault
    },
    decryptor: () => (index) => index,
  })
  const source = new Subject<string>()
  const result = outcome(source.pipe(encipher(failing, key)))
  source.next('data')
  expect(result).toEqual({ values: [], error: fault, completed: false })
  expect(source.observed).toBe(false)
})
