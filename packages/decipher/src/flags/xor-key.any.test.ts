import { expect, test } from 'vitest'
import { flagXorKey } from './xor-key.ts'

const formats = ['flag{', 'picoCTF{']
const xor = (text: string, key: readonly number[]): string =>
  Array.from(text, (sign, at) => String.fromCharCode(sign.charCodeAt(0) ^ key[at % key.length])).join('')

test.each([
  ['flag{one_byte}', [0x42], '0x42'],
  ['picoCTF{n0t_s0_s3cr3t}\n', [0x13], '0x13'],
  ['picoCTF{a_key_0f_s3ven}', [1, 2, 3, 4, 5, 6, 7], '0x01020304050607'],
  ['flag{too_long_a_key}', [1, 2, 3, 4, 5], undefined],
  ['flag{with spaces in it}', [0x42], undefined],
  ['flag{open', [0x42], undefined],
  ['nothing{of_that_kind}', [0x42], undefined],
  ['flag{', [0x42], undefined],
  ['', [0x42], undefined],
] as const)('%j under %j: %s', (text, key, found) => {
  expect(flagXorKey(xor(text, key), formats)).toBe(found)
})
