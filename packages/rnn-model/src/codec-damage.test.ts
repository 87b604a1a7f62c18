import { createRandom } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { decodeModel, encodeModel } from './codec.ts'
import { ModelFormatError } from './errors.ts'
import { damageJson } from './testing/damage.ts'
import { sign, signedFile } from './testing/signed-file.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const file = () => encodeModel(randomNet(smallConfig(2, 'one-hot', "ab '0?"), 1))

/** The error that decoding fails with. */
const failure = async (bytes: Uint8Array): Promise<ModelFormatError> => {
  const error = await decodeModel(bytes).catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelFormatError)
  return error
}

describe('a file that is not as it was written is refused', () => {
  test('cut short anywhere', async () => {
    const bytes = await file()
    for (let length = 0; length < bytes.length; length++) {
      const { field } = await failure(bytes.subarray(0, length))
      expect(field).toBe(length < 4 ? 'magic' : 'length')
    }
  })

  test('any one bit altered', async () => {
    const bytes = await file()
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = bytes.slice()
      altered[bit >> 3] ^= 1 << (bit & 7)
      await failure(altered)
    }
  })

  test('any one byte lost or doubled', async () => {
    const bytes = await file()
    for (let at = 0; at < bytes.length; at++) {
      await failure(Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1)))
      await failure(Uint8Array.of(...bytes.subarray(0, at + 1), ...bytes.subarray(at)))
    }
  })

  test.each<[string, (bytes: Uint8Array) => Uint8Array, string, RegExp]>([
    [
      'of a later version',
      (bytes) => bytes.fill(9, 4, 5),
      'version',
      /expected 1.*, received 9, written by a later Runnel/,
    ],
    ['that is something else', () => new TextEncoder().encode('hello, world'), 'magic', /expected RNNL/],
    ['with more behind it', (bytes) => Uint8Array.of(...bytes, 0), 'length', /bytes, received/],
    ['of version 0', (bytes) => bytes.fill(0, 4, 5), 'version', /expected 1.*, received 0$/],
    ['of nothing', () => new Uint8Array(0), 'magic', /received ""/],
    ['of zeros', (bytes) => bytes.fill(0), 'magic', /expected RNNL/],
  ])('%s', async (_, change, field, message) => {
    const error = await failure(change(await file()))
    expect(error.field).toBe(field)
    expect(error.message).toMatch(message)
  })
})

test.each([0, 1, 4, 47, 48, 2 ** 31, 2 ** 32 - 1])(
  'a header that is said to have %d bytes',
  async (length) => {
    const bytes = await file()
    new DataView(bytes.buffer).setUint32(12, length, true)
    expect((await failure(await sign(bytes))).field).toBe('header')
  },
)

test('a sealed file whose header is damaged is read or refused by name, whatever it says', async () => {
  const random = createRandom(4)
  const whole = await file()
  const start = 16 + new DataView(whole.buffer).getUint32(12, true)
  const header = new TextDecoder().decode(whole.subarray(16, start))
  let refused = 0
  for (let i = 0; i < 2000; i++) {
    const bytes = await signedFile(damageJson(header, random), whole.length - start - 32)
    const result: unknown = await decodeModel(bytes).catch((reason) => reason)
    if (!(result instanceof Error)) continue
    expect(result, `case ${i}`).toBeInstanceOf(ModelFormatError)
    refused++
  }
  expect(refused).toBeGreaterThan(1000)
  expect(refused).toBeLessThan(2000)
})
