import { expect, test } from 'vitest'
import { ciphers, createCipher } from './index.ts'

test('ciphers are found by name', () => {
  expect(createCipher('caesar').encrypt('data', { shift: 3 })).toBe('gdwd')
  expect(() => createCipher('toString')).toThrow('cipher: expected one of caesar, received "toString"')
})

test.each(Object.keys(ciphers))('%s: the name it is found by is its own', (name) => {
  expect(createCipher(name).name).toBe(name)
})
