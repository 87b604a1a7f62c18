import { describe, expect, inject, test } from 'vitest'
import { createModel } from '../create-model.ts'
import { describeConformance } from '../testing/conformance.ts'
import { randomNet, smallConfig } from '../testing/small-net.ts'
import { typedArrayEngine } from './typed-array.ts'

/** Fewer where they have been taken before: what a runtime does otherwise is seen at once. */
const STEPS = Math.ceil(10_000 * inject('share'))

describe('conformance', () => describeConformance(() => typedArrayEngine, 1e-5, STEPS))

test('memory tells of states, and free gives them back', () => {
  const model = createModel(randomNet(smallConfig(5, 'one-hot', undefined, ['lstm']), 1), 'id')
  const [a, b] = [model.createState(), model.createState()]
  expect(model.memory).toMatchObject({ stateBytes: 40, states: 2 })
  a.free()
  a.free()
  b.free()
  expect(model.memory.states).toBe(0)
  expect(() => model.step(1, a)).toThrow('state: expected a state of this model, received "a freed one"')
})
