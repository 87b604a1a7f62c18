import { expect, inject, test } from 'vitest'
import type { ModelDefinition } from '../../config.ts'
import { quantiseModel } from '../../quantise.ts'
import { worstDifference } from '../../testing/conformance.ts'
import { engineOfBuild, runsBuild } from '../../testing/engine-of-build.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'

/** A net whose recurrent weights are all of one size, so that h stands at ±1 and every sum at its limit. */
const extremeNet = (units: number, weight: (i: number, j: number) => number): ModelDefinition => {
  const net = randomNet(smallConfig(units), 4)
  net.weights['layer0.recurrent'].values.forEach((_, at, all) => {
    all[at] = weight(Math.floor(at / units), at % units)
  })
  return net
}

const patterns: Record<string, (i: number, j: number) => number> = {
  'all the same': () => 0.5,
  'signs that agree': (i, j) => ((i ^ j) & 1 ? -0.5 : 0.5),
  'pairs of equal sign': (i) => (i & 4 ? -0.5 : 0.5),
  'one in eight large': (i) => (i % 8 === 3 ? 2 : 0.01),
}

/** Fewer where they have been taken before. */
const STEPS = Math.ceil(300 * inject('share'))

/*
 * Were one sum of 16 or 32 bits to overflow, h would change its sign; each arithmetic stays as near to float64
 * as for any other net. Of 8-bit weights, those that do not fit are made smaller.
 */
test.each(
  (['int16', 'int8', 'int8-relaxed'] as const)
    .filter(runsBuild)
    .flatMap((build) => Object.keys(patterns).map((pattern) => [build, pattern] as const)),
)('%s: no sum overflows with weights %s', async (build, pattern) => {
  const engine = await engineOfBuild(build)
  const tolerance = build === 'int16' ? 1e-3 : 0.1
  for (const units of [64, 256]) {
    const net = extremeNet(units, patterns[pattern])
    expect(worstDifference(net, engine, STEPS)).toBeLessThan(tolerance)
    expect(worstDifference(quantiseModel(net), engine, STEPS)).toBeLessThan(tolerance)
  }
})
