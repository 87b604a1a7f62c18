import { expect, test } from 'vitest'
import { decodeModel } from './codec.ts'
import type { ModelConfig } from './config.ts'
import { ModelFormatError } from './errors.ts'
import { signedFile } from './testing/signed-file.ts'
import { smallConfig } from './testing/small-net.ts'

const file = (count: number): Promise<Uint8Array> => {
  const config: ModelConfig = smallConfig(1, 'one-hot', "ab '0?", Array(count).fill('simple-rnn'))
  const layer = (l: number) => [
    { name: `layer${l}.kernel`, shape: [l === 0 ? 7 : 1, 1] },
    { name: `layer${l}.recurrent`, shape: [1, 1] },
    { name: `layer${l}.bias`, shape: [1] },
  ]
  const output = [
    { name: 'output.kernel', shape: [1, 7] },
    { name: 'output.bias', shape: [7] },
  ]
  const arrays = [...Array.from({ length: count }, (_, l) => layer(l)).flat(), ...output]
  return signedFile(JSON.stringify({ config, arrays }), 4 * (7 + 3 * count - 1 + 14))
}

test('64 layers are read, and no more', async () => {
  expect((await decodeModel(await file(64))).config.layers.length).toBe(64)
  await expect(decodeModel(await file(65))).rejects.toMatchObject({ field: 'layers' })
})

test('a sealed file of 100,000 layers is refused by the length of its header', async () => {
  const bytes = await file(100_000)
  const error = await decodeModel(bytes).catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelFormatError)
  expect(error.message).toMatch(/header: expected at most 1048576 bytes/)
})
