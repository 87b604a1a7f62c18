import type { Chunk } from '@runnel/core'

/** A source that gives each chunk when it is asked for one, and counts how many it has given. */
export const sourceOf = (chunks: Iterable<Chunk>): ReadableStream<Chunk> & { given: number } => {
  const left = chunks[Symbol.iterator]()
  const source = new ReadableStream<Chunk>(
    {
      pull(controller) {
        const { value, done } = left.next()
        if (done) return controller.close()
        counted.given++
        controller.enqueue(value)
      },
      cancel() {
        left.return?.()
      },
    },
    { highWaterMark: 0 },
  )
  const counted = Object.assign(source, { given: 0 })
  return counted
}

/** All that a stream gives. */
export const collect = async <T>(stream: ReadableStream<T>): Promise<T[]> => {
  const values: T[] = []
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) values.push(next.value)
  return values
}
