import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { cells } from '../cells/index.ts'
import type { ModelDefinition } from '../config.ts'
import { createModel } from '../create-model.ts'
import type { Engine } from '../engine/engine.ts'
import { quantiseModel } from '../quantise.ts'
import { createReference } from './reference-net.ts'
import { randomNet, smallConfig } from './small-net.ts'

/** Token ids of a random text, from a seed. */
export const randomIds = (length: number, seed = 9, vocabulary = 31): Uint16Array => {
  const random = createRandom(seed)
  return Uint16Array.from({ length }, () => random.integer(vocabulary))
}

/** Largest difference in probability between an engine and the float64 reference, over `length` steps. */
export const worstDifference = (net: ModelDefinition, engine: Engine, length: number): number => {
  const ids = randomIds(length)
  const model = createModel(net, 'id', engine)
  const { outputs } = model
  const out = new Float32Array(length * outputs)
  model.run(ids, model.createState(), out)
  const reference = createReference(net)
  let worst = 0
  ids.forEach((id, t) => {
    const expected = reference(id)
    for (let v = 0; v < outputs; v++) {
      worst = Math.max(worst, Math.abs(out[t * outputs + v] - expected[v]))
    }
  })
  return worst
}

/** Every cell, one and two layers, sizes that fill no block: within `tolerance` for 10,000 steps. */
export const describeConformance = (engine: () => Engine, tolerance: number): void => {
  for (const { name } of cells) {
    test.each([
      [20, 1],
      [13, 2],
    ])(`${name} of %d units, %d layers: within ${tolerance} of float64 for 10,000 steps`, (units, layers) => {
      const net = randomNet(smallConfig(units, 'one-hot', undefined, Array(layers).fill(name)), 3)
      expect(worstDifference(net, engine(), 10_000)).toBeLessThan(tolerance)
    })

    test(`${name} with 8-bit weights: within ${tolerance} of float64 with the same weights`, () => {
      const net = quantiseModel(randomNet(smallConfig(24, 'one-hot', undefined, [name]), 7))
      expect(worstDifference(net, engine(), 10_000)).toBeLessThan(tolerance)
    })
  }

  test.each([5, 26, 47])(`%d keys told apart: within ${tolerance} of float64 for 1,000 steps`, (keys) => {
    const config = { ...smallConfig(24), task: { kind: 'recognise-key' as const, cipher: 'caesar', keys } }
    expect(worstDifference(randomNet(config, 8), engine(), 1000)).toBeLessThan(tolerance)
  })
}
