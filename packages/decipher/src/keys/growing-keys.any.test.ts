import { createProgressive, createVigenere } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { createGrowingKeys } from './growing-keys.ts'

const cipher = createProgressive()
const lettersOf = (key: Uint8Array): string => String.fromCharCode(...key.map((value) => 65 + value))

describe.each([
  ['beside others', false, 624, [13, 26]],
  ['alone', true, 650, [2, 13, 26]],
] as const)('keys that grow by a step, %s', (_, isAlone, count, periods) => {
  const growing = createGrowingKeys(cipher, isAlone)

  test('are so many, of such periods', () => {
    expect([growing.count, growing.periods]).toEqual([count, periods])
    expect(growing.ofPeriod(20)).toHaveLength(0)
  })

  test('each is told as that of the progressive cipher by which it reads', () => {
    const text = 'thequickbrownfoxjumpsoverthelazydog'
    for (const period of periods) {
      const keys = growing.ofPeriod(period)
      for (let at = 0; at < keys.length; at += 7 * period) {
        const key = keys.slice(at, at + period)
        const named = growing.named(key)
        expect(named?.cipher).toBe('progressive')
        expect(cipher.decrypt(text, named?.key as never)).toBe(
          createVigenere().decrypt(text, { key: lettersOf(key) }),
        )
      }
    }
  })

  test('no other is', () => {
    const alphabet = Uint8Array.from({ length: 26 }, (_, value) => value)
    expect(growing.named(alphabet)).toEqual({ cipher: 'progressive', key: { shift: 0, step: 1 } })
    expect(growing.named(alphabet.with(20, 0))).toBeUndefined()
    expect(growing.named(alphabet.slice(0, 13))).toBeUndefined()
    expect(growing.named(Uint8Array.of(3))).toBeUndefined()
    expect(growing.named(Uint8Array.of(3, 16)) !== undefined).toBe(isAlone)
  })
})
