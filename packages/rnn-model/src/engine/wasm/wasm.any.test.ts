import { describe, expect, inject, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { createModel } from '../../create-model.ts'
import { describeConformance, randomIds } from '../../testing/conformance.ts'
import { engineOfBuild, runsBuild } from '../../testing/engine-of-build.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import type { KernelBuild } from './arithmetic.ts'

/** Largest difference in probability from float64. */
const tolerances: Record<KernelBuild, number> = {
  float32: 1e-5,
  'float32-relaxed': 1e-5,
  int16: 1e-3,
  int8: 0.1,
  'int8-relaxed': 0.1,
}

/** Fewer where they have been taken before: what a runtime does otherwise is seen at once. */
const STEPS = Math.ceil(10_000 * inject('share'))

const builds = Object.keys(tolerances) as KernelBuild[]

describe.each(builds.filter(runsBuild))('%s', async (build) => {
  const tolerance = tolerances[build]
  const engine = await engineOfBuild(build)
  describe('conformance', () => describeConformance(() => engine, tolerance, STEPS))

  const ids = randomIds(600)
  const model = (cell: string, layers = 1) =>
    createModel(randomNet(smallConfig(40, 'one-hot', undefined, Array(layers).fill(cell)), 2), 'id', engine)

  test.each(cells.map((cell) => cell.name))(
    '%s: whole chunks, single steps and many give the same bits',
    (cell) => {
      const net = model(cell, 2)
      const whole = new Float32Array(600 * 31)
      net.run(ids, net.createState(), whole)
      const stepped = net.createState()
      ids.forEach((id, t) => {
        expect(net.step(id, stepped)).toEqual(whole.subarray(t * 31, (t + 1) * 31))
      })
      const states = Array.from({ length: 7 }, () => net.createState())
      const many = new Float32Array(7 * 31)
      for (let t = 0; t < 100; t++) {
        net.stepMany(Array(7).fill(ids[t]), states, many)
        for (let s = 0; s < 7; s++) {
          expect(many.subarray(s * 31, s * 31 + 31)).toEqual(whole.subarray(t * 31, (t + 1) * 31))
        }
      }
    },
  )
})
