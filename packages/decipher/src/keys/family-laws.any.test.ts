import { type Cipher, createCipher } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { brokenLaws } from '../testing/broken-laws.ts'
import {
  type FamilySubject,
  familyLaws,
  toySubstitution,
  toyVigenere,
  toyVigenereCipher,
} from '../testing/index.ts'
import { keyFamilyOf } from './index.ts'
import type { KeyFamily } from './key-family.ts'

/** A family of listed keys, with the ciphers that they are of. */
const listed = (name: string): FamilySubject => ({
  family: keyFamilyOf(name),
  decrypt(ciphertext, key) {
    if (Object.keys(key).length === 0 && name === 'plain') return ciphertext
    return (createCipher(name) as Cipher<unknown>).decrypt(ciphertext, key)
  },
})

const subjects: Record<string, FamilySubject> = {
  ...Object.fromEntries(['caesar', 'affine', 'atbash', 'rot47'].map((name) => [name, listed(name)])),
  'a phase: Vigenère of period 3': {
    family: toyVigenere(),
    decrypt: (ciphertext, { key }) => toyVigenereCipher.decrypt(ciphertext, String(key).replaceAll('.', 'a')),
  },
  'an open key: three letters': {
    family: toySubstitution(),
    decrypt(ciphertext, { alphabet }) {
      const read = (unit: string) => String(alphabet)['eta'.indexOf(unit)]
      return ciphertext
        .replace(/[eta]/g, read)
        .replace(/[ETA]/g, (unit) => read(unit.toLowerCase()).toUpperCase())
    },
  },
}

describe.each(Object.entries(subjects))('%s', (_, subject) => {
  test.each(familyLaws())('$name', ({ check }) => check(subject))
})

describe('the laws can be broken', () => {
  const { family, decrypt } = subjects['a phase: Vigenère of period 3']
  const broken: [string, Partial<KeyFamily>][] = [
    ['a row too short', { tableau: family.tableau.map((row) => row.slice(1)) }],
    ['a phase that stands still', { advance() {} }],
    ['a slot that is none', { slotOf: () => 3 }],
    ['priors that do not sum to 1', { fillings: () => [{ value: 0, prior: 0.5 }] }],
    ['a row that is none', { rowOf: () => 26 }],
    ['another key', { keyOf: () => ({ cipher: 'toy-vigenere', key: { key: 'xyz' } }) }],
  ]
  test.each(broken)('%s', async (_, change) => {
    expect(await brokenLaws(familyLaws(), { family: { ...family, ...change }, decrypt })).not.toEqual([])
  })
})
