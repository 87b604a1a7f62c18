import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that one of many like things takes on the heap and outside of it, garbage taken away. */
export const bytesOfOne = (count: number, make: (index: number) => unknown): number => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = (): number => {
    collect()
    collect()
    const { heapUsed, external, arrayBuffers } = process.memoryUsage()
    // array buffers are part of what is external
    return heapUsed + Math.max(external, arrayBuffers)
  }
  const things: unknown[] = new Array(count).fill(undefined)
  const before = used()
  for (let index = 0; index < count; index++) things[index] = make(index)
  const after = used()
  // keeps them until here
  return things.length === count ? (after - before) / count : 0
}
