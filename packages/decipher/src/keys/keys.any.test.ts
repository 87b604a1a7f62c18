import { type Cipher, createCaesar, createCipher, InvalidOptionError } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { enumerateKeys } from './enumerate-keys.ts'
import { type KeyChoice, keyFamilyOf } from './index.ts'
import { joinKeySpaces } from './join-key-spaces.ts'
import { keyFamilies } from './key-families.ts'
import { EMPTY } from './key-family.ts'
import type { KeySpace } from './key-space.ts'

/** The keys of a family of listed keys: its names, priors and rows. */
const keysOf = (choice: KeyChoice) => {
  const family = keyFamilyOf(choice)
  return family.fillings(0, Uint16Array.of(EMPTY)).map(({ value, prior }) => ({
    ...family.keyOf(Uint16Array.of(value)),
    prior,
    plaintext: family.tableau[value],
  }))
}

/** The families whose keys are listed, and read a symbol alike wherever it stands. */
const listed = Object.keys(keyFamilies).filter((name) => {
  const { slots, phaseLength } = keyFamilyOf(name)
  return slots === 1 && phaseLength === 0
})

describe.each(listed)('%s', (name) => {
  test('its name is its own, and its priors sum to 1', () => {
    expect(keyFamilyOf(name).name).toBe(name)
    expect(keysOf(name).reduce((sum, { prior }) => sum + prior, 0)).toBeCloseTo(1, 12)
  })

  test('they are listed once, over Latin letters', () => {
    const { create } = keyFamilies[name]
    if (name !== 'plain') expect(create()).toBe(create())
  })

  test('each key reads symbols as its cipher decrypts them, and no two read alike', () => {
    const { symbols } = keyFamilyOf(name)
    for (const { cipher, key, plaintext } of keysOf(name)) {
      expect(plaintext).toBe(cipher === 'plain' ? symbols : createCipher(cipher).decrypt(symbols, key))
    }
    expect(new Set(keysOf(name).map(({ plaintext }) => plaintext)).size).toBe(keysOf(name).length)
  })
})

test.each([
  ['plain', 1],
  ['caesar', 26],
  ['affine', 312],
  ['atbash', 1],
  ['rot47', 1],
  // Affine keys that are Caesar or Atbash, and shift 0, count once.
  ['auto', 1 + 25 + 1 + (312 - 26 - 1) + 1],
])('%s: %d keys', (name, keys) => {
  expect(keysOf(name).length).toBe(keys)
})

test.each(['caesar', 'auto'])('%s is listed once, but with other letters', (name) => {
  expect(keyFamilyOf(name)).toBe(keyFamilyOf(name))
  expect(keyFamilyOf(name, 'abc').alphabet.letters).toBe('abc')
  expect(keyFamilyOf(name).alphabet.size).toBe(26)
})

test('keys of equal meaning are one, under the name that came first, with their priors added', () => {
  const auto = keysOf('auto')
  const find = (cipher: string, key: object) =>
    auto.find((known) => known.cipher === cipher && JSON.stringify(known.key) === JSON.stringify(key))
  expect(find('plain', {})?.prior).toBeCloseTo(0.1 + 0.4 / 26 + 0.3 / 312, 12)
  expect(find('caesar', { shift: 3 })?.prior).toBeCloseTo(0.4 / 26 + 0.3 / 312, 12)
  expect(find('atbash', {})?.prior).toBeCloseTo(0.1 + 0.3 / 312, 12)
  expect(find('affine', { a: 1, b: 3 })).toBe(undefined)
  expect(find('affine', { a: 25, b: 25 })).toBe(undefined)
  expect(find('affine', { a: 5, b: 8 })?.prior).toBeCloseTo(0.3 / 312, 12)
})

test('the same holds for a key space of one’s own', () => {
  const shifts = [3, 5, 3].map((shift, i) => ({
    ...enumerateKeys(createCaesar()).keys[shift],
    key: { word: i },
    prior: 2,
  }))
  const keys = keysOf({ ...enumerateKeys(createCaesar()), keys: shifts })
  expect(keys.map(({ key, prior }) => [key, prior])).toEqual([
    [{ word: 0 }, 2 / 3],
    [{ word: 1 }, 1 / 3],
  ])
})

test('an alphabet of one’s own', () => {
  const greek = enumerateKeys(createCaesar('αβγδεζηθικλμνξοπρστυφχψω'))
  expect(greek.keys.length).toBe(24)
  expect(greek.symbols).toBe('αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ')
  expect(keysOf(createCaesar('abcd') as Cipher<never>).length).toBe(4)
})

test('symbols of several spaces together: each key passes those that are not its own', () => {
  const [ab, cd] = ['ab', 'cd'].map((letters) => enumerateKeys(createCaesar(letters), [{ shift: 1 }]))
  expect(
    joinKeySpaces('both', [
      [ab, 1],
      [cd, 3],
    ]).keys,
  ).toMatchObject([
    { plaintext: 'baBAcdCD', prior: 1 },
    { plaintext: 'abABdcDC', prior: 3 },
  ])
})

describe('refused', () => {
  const one = enumerateKeys(createCaesar('ab'), [{ shift: 1 }])
  test.each<[string, KeySpace, string]>([
    ['no keys', { ...one, keys: [] }, '1 to 65,534 keys'],
    ['a symbol twice', { ...one, symbols: 'aabb' }, 'symbols of one UTF-16 unit each, none twice'],
    ['a pair for a symbol', { ...one, symbols: '😀😀' }, 'symbols of one UTF-16 unit each, none twice'],
    ['a prior of 0', { ...one, keys: [{ ...one.keys[0], prior: 0 }] }, 'a prior above 0'],
    ['a prior that is none', { ...one, keys: [{ ...one.keys[0], prior: Number.NaN }] }, 'a prior above 0'],
    ['too little plaintext', { ...one, keys: [{ ...one.keys[0], plaintext: 'b' }] }, 'one unit of plaintext'],
  ])('%s', (_, space, expected) => {
    expect(() => keyFamilyOf(space)).toThrow(expected)
  })

  test('a name that is none, and a cipher whose keys are not known', () => {
    const known = `one of ${Object.keys(keyFamilies).join(', ')}, or keys of your own`
    expect(() => keyFamilyOf('enigma')).toThrow(`cipher: expected ${known}, received "enigma"`)
    expect(() => keyFamilyOf('toString')).toThrow(InvalidOptionError)
    const { listKeys: _, ...enigma } = { ...createCaesar(), name: 'enigma' }
    expect(() => keyFamilyOf(enigma as never)).toThrow(
      'cipher: expected a cipher that lists its keys, or keys',
    )
    const moving = { ...createCaesar(), name: 'enigma', phaseLength: 1 }
    expect(() => keyFamilyOf(moving as never)).toThrow(
      'a cipher that writes a letter alike wherever it stands',
    )
  })
})
