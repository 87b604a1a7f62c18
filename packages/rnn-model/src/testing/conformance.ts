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

/** Outputs of the float64 reference over `length` random ids, those of each step side by side. */
const referenceOutputs = (net: ModelDefinition, length: number): Float64Array => {
  const reference = createReference(net)
  return Float64Array.from(Array.from(randomIds(length), (id) => Array.from(reference(id))).flat())
}

/** Largest difference in probability between an engine and the float64 reference, over `length` steps. */
export const worstDifference = (
  net: ModelDefinition,
  engine: Engine,
  length: number,
  expected: Float64Array = referenceOutputs(net, length),
): number => {
  const model = createModel(net, 'id', engine)
  const out = new Float32Array(length * model.outputs)
  model.run(randomIds(length), model.createState(), out)
  return out.reduce((worst, value, i) => Math.max(worst, Math.abs(value - expected[i])), 0)
}

/** A net and what the reference gives for it: the same for every engine, so it is found once. */
const referred = new Map<string, { net: ModelDefinition; expected: Float64Array }>()

const differenceOf = (name: string, make: () => ModelDefinition, engine: Engine, steps: number): number => {
  const key = `${name} ${steps}`
  const known = referred.get(key) ?? { net: make(), expected: referenceOutputs(make(), steps) }
  referred.set(key, known)
  return worstDifference(known.net, engine, steps, known.expected)
}

/** Every cell, one and two layers, sizes that fill no block: within `tolerance` for so many steps. */
export const describeConformance = (engine: () => Engine, tolerance: number, steps: number): void => {
  for (const { name } of cells) {
    test.each([
      [20, 1],
      [13, 2],
    ])(
      `${name} of %d units, %d layers: within ${tolerance} of float64 for ${steps} steps`,
      (units, layers) => {
        const make = () => randomNet(smallConfig(units, 'one-hot', undefined, Array(layers).fill(name)), 3)
        expect(differenceOf(`${name} ${units} ${layers}`, make, engine(), steps)).toBeLessThan(tolerance)
      },
    )

    test(`${name} with 8-bit weights: within ${tolerance} of float64 with the same weights`, () => {
      const make = () => quantiseModel(randomNet(smallConfig(24, 'one-hot', undefined, [name]), 7))
      expect(differenceOf(`${name} 8-bit`, make, engine(), steps)).toBeLessThan(tolerance)
    })
  }

  test.each([5, 26, 47])(`%d keys told apart: within ${tolerance} of float64 for 1,000 steps`, (keys) => {
    const config = { ...smallConfig(24), task: { kind: 'recognise-key' as const, cipher: 'caesar', keys } }
    expect(worstDifference(randomNet(config, 8), engine(), 1000)).toBeLessThan(tolerance)
  })
}
