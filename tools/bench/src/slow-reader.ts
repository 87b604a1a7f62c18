import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createDecipherer, createDecipherStream } from '@runnel/decipher'

/*
 * node tools/bench/src/slow-reader.ts [--megabytes 100] [--chunk 65536]: sends text through a decipher stream to a
 * reader slower than its source, and says how much memory that took.
 */

/** Memory, and how far the source ran ahead, while a slow reader read. */
export interface SlowReading {
  /** Bytes that went in, and UTF-16 units that came out. */
  written: number
  read: number
  /** The most chunks that the source was ahead of the reader. */
  ahead: number
  /** Bytes in use after garbage collection, the most above what it was after the first tenth. */
  growth: number
}

/** Sends `megabytes` of ciphertext through a stream, in chunks of so many bytes, to a reader that takes breaks. */
export const readSlowly = async (megabytes: number, chunkBytes: number): Promise<SlowReading> => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const inUse = (): number => {
    collect()
    // What the first has found is given back while others run; the second waits for that.
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const chunk = new TextEncoder().encode('L Olnh Dssohv 😀. '.repeat(chunkBytes)).subarray(0, chunkBytes)
  const chunks = Math.ceil((megabytes * 1_000_000) / chunkBytes)
  let [given, taken, ahead, read] = [0, 0, 0, 0]
  const source = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (given === chunks) return controller.close()
        given++
        ahead = Math.max(ahead, given - taken)
        controller.enqueue(chunk.slice())
      },
    },
    { highWaterMark: 0 },
  )
  const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
  const reader = source.pipeThrough(createDecipherStream(decipherer)).getReader()
  const every = Math.ceil(chunks / 10)
  let first: number | undefined
  let most = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read += next.value.length
    taken++
    await new Promise((resolve) => setImmediate(resolve))
    if (taken % every !== 0) continue
    const now = inUse()
    first ??= now
    most = Math.max(most, now - first)
  }
  return { written: given * chunkBytes, read, ahead, growth: most }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '100' },
      chunk: { type: 'string', default: '65536' },
    },
  })
  const started = performance.now()
  const { written, read, ahead, growth } = await readSlowly(Number(values.megabytes), Number(values.chunk))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${written.toLocaleString('en')} bytes in, ${read.toLocaleString('en')} units out, ${seconds} s`,
  )
  console.log(
    `the source was at most ${ahead} chunks ahead; memory grew by ${growth.toLocaleString('en')} bytes`,
  )
}
