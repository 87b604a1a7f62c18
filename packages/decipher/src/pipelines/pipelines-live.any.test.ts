import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { allEvents, anyChunks, createRecallingModel } from '../testing/index.ts'
import { iterablePipeline, transformPipeline } from '../testing/pipelines.ts'
import { decipherEventIterable, decipherIterable } from './iterables.ts'
import { createDecipherEventStream, createDecipherStream, finalText } from './streams.ts'

// A live session holds a state for each key that is still possible, and more when it looks back.
const model = createRecallingModel(undefined, { kind: 'language' })
const decipherer = createDecipherer({ model, cipher: 'caesar', keyChange: { rate: 0.02 } })

describe.each([
  ['a text stream', transformPipeline(createDecipherStream)],
  ['an event stream', transformPipeline(createDecipherEventStream)],
  ['an iterable of text', iterablePipeline(decipherIterable)],
  ['an iterable of events', iterablePipeline(decipherEventIterable)],
])('%s that works out the key', (_, pipeline) => {
  test('gives what its session gives, from a snapshot too, and frees all states however it ends', () =>
    fc.assert(
      fc.asyncProperty(anyChunks, fc.nat(), fc.nat(3), async (chunks, at, leaveAfter) => {
        const whole = finalText(allEvents(decipherer, chunks))
        const session = decipherer.createSession()
        const split = at % (chunks.length + 1)
        const before = finalText(chunks.slice(0, split).flatMap((chunk) => session.push(chunk)))
        const snapshot = session.snapshot()
        session.free()
        const states = model.memory.states
        const rest = await pipeline(decipherer, chunks.slice(split), { snapshot })
        expect(before + rest.text).toBe(whole)
        const left = await pipeline(decipherer, chunks, { leaveAfter: leaveAfter + 1 })
        expect(whole.startsWith(left.text)).toBe(true)
        expect([rest.error, left.error, model.memory.states]).toEqual([undefined, undefined, states])
      }),
      { numRuns: 30 },
    ))
})
