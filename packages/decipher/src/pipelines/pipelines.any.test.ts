import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SessionEndedError } from '../errors.ts'
import { createRecallingModel, decipherWhole, pipelineLaws } from '../testing/index.ts'
import { iterablePipeline, transformPipeline } from '../testing/pipelines.ts'
import { collect, sourceOf } from '../testing/web-streams.ts'
import { decipherEventIterable, decipherIterable } from './iterables.ts'
import { createDecipherEventStream, createDecipherStream } from './streams.ts'

describe.each([
  ['a text stream', transformPipeline(createDecipherStream)],
  ['an event stream', transformPipeline(createDecipherEventStream)],
  ['an iterable of text', iterablePipeline(decipherIterable)],
  ['an iterable of events', iterablePipeline(decipherEventIterable)],
  [
    'an iterable of text with a signal',
    iterablePipeline((decipherer, source, options) =>
      decipherIterable(decipherer, source, { ...options, signal: new AbortController().signal }),
    ),
  ],
])('%s keeps the laws of pipelines', (_, pipeline) => {
  test.each(pipelineLaws())('$name', ({ check }) => check(pipeline))
})

describe('the snapshot of a pipeline', () => {
  const model = createRecallingModel()
  const decipherer = createDecipherer({ model })
  const chunks = ['L Olnh ', 'Dss', 'ohv, dqg ', 'shduv']
  const whole = decipherWhole(model)(chunks.join(''))

  test('of an iterable stands after the chunk whose text was given', async () => {
    let text = ''
    const iterator = decipherIterable(decipherer, chunks)
    for (let read = 1; read <= chunks.length; read++) {
      text += (await iterator.next()).value
      const rest = decipherIterable(decipherer, chunks.slice(read), { snapshot: iterator.snapshot() })
      const parts: string[] = []
      for await (const part of rest) parts.push(part)
      expect(text + parts.join('')).toBe(whole)
    }
    await iterator.next()
    expect(() => iterator.snapshot()).toThrow(SessionEndedError)
  })

  test('of a transform stands after the chunks whose write is done', async () => {
    const transform = createDecipherStream(decipherer)
    const [reader, writer] = [transform.readable.getReader(), transform.writable.getWriter()]
    let text = ''
    for (let read = 1; read <= chunks.length; read++) {
      const reading = reader.read()
      await writer.write(chunks[read - 1])
      text += (await reading).value
      const again = createDecipherStream(decipherer, { snapshot: transform.snapshot() })
      const rest = await collect(sourceOf(chunks.slice(read)).pipeThrough(again))
      expect(text + rest.join('')).toBe(whole)
    }
    await writer.abort()
    expect(() => transform.snapshot()).toThrow(SessionEndedError)
  })
})
