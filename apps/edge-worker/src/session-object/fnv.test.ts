import { expect, test } from 'vitest'
import { toHex } from '../hex.ts'
import { createFnv64 } from './fnv.ts'

/** Source: RFC 9923, and the vectors of L. C. Noll, test_fnv.c. */
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['b', 'af63df4c8601f1a5'],
  ['foo', 'dcb27518fed9d577'],
  ['foobar', '85944171f73967e8'],
  ['chongo was here!\n', '46810940eff5f915'],
])('FNV-1a of %j is %s', (text, expected) => {
  const hash = createFnv64()
  for (const byte of new TextEncoder().encode(text)) hash.add(Uint8Array.of(byte))
  expect(toHex(hash.bytes())).toBe(expected)
})
