import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const program = new URL('./testing/train-few-steps.ts', import.meta.url).pathname

test('vectors joined in pairs: the same weights', async () => {
  const weights = async (...flags: string[]) => (await run(process.execPath, [...flags, program])).stdout
  const [joined, apart] = await Promise.all([weights('--experimental-wasm-revectorize'), weights()])
  expect(joined).toMatch(/^[0-9a-f]{64}\n$/)
  expect(joined).toBe(apart)
})
