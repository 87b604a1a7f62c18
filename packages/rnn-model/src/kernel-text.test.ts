import { expect, test } from 'vitest'
import { kernelsAsText } from '../scripts/kernels.mjs'
import { bytesOfKernels } from './kernel-text.ts'

test('every byte is written as printable ASCII and read again', () => {
  const bytes = Uint8Array.from({ length: 512 }, (_, i) => i ^ (i >> 8))
  const text = kernelsAsText(bytes)
  expect(text).toMatch(/^[!-~]*$/)
  expect(text).not.toMatch(/['"]/)
  expect(bytesOfKernels(text)).toEqual(bytes)
})
