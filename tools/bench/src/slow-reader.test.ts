import { expect, test } from 'vitest'
import { readSlowly } from './slow-reader.ts'

test('100 MB through a stream to a slow reader: memory stays flat', async () => {
  const { written, read, ahead, growth } = await readSlowly(100, 65_536)
  expect(written).toBeGreaterThanOrEqual(100_000_000)
  // 20 bytes make 18 units: an emoji is 4 bytes, and 2 units
  expect(read / written).toBeCloseTo(18 / 20, 3)
  // one chunk deciphered, one that waits before the stream, one in the pipe
  expect(ahead).toBeLessThanOrEqual(3)
  // of 100 MB; without backpressure all of them would wait in memory
  expect(growth).toBeLessThanOrEqual(4_000_000)
})
