import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { createModel } from '../../create-model.ts'
import { randomIds } from '../../testing/conformance.ts'
import { engineOfBuild, runsBuild } from '../../testing/engine-of-build.ts'
import { smallConfig } from '../../testing/small-net.ts'
import { weightShapes } from '../../weight-shapes.ts'
import type { OutputForm } from '../engine.ts'
import type { KernelBuild } from './arithmetic.ts'

/*
 * SHA-256 of all that 2,000 steps give, recorded once: the same in Node, workerd and Chromium, on every
 * machine. Weights come from uniform random numbers, so that no function of `Math` has a say in them.
 */
const recorded: Record<string, string> = {
  'simple-rnn int16': 'a46ab34553773c41',
  'simple-rnn float32': 'df2f0c9d954a8408',
  'simple-rnn int8': 'a87445d6c95282be',
  'gru int16': 'a30eb117c7acd068',
  'gru float32': 'f99d3d49b5d1133e',
  'gru int8': 'bedf77f5d6e99a84',
  'gru-reset-before int16': 'bf70036f4c52e484',
  'gru-reset-before float32': '11518828f0df3f45',
  'gru-reset-before int8': '2c00dabb0a4e0040',
  'lstm int16': '02fd73fb35a1fd26',
  'lstm float32': '40e909a0c92afbca',
  'lstm int8': '751d6de1f96be263',
  'gru int16 log': '089e631278219387',
}

const digest = async (cell: string, build: KernelBuild, output: OutputForm): Promise<string> => {
  const config = smallConfig(48, 'one-hot', undefined, [cell, cell])
  const random = createRandom(11)
  const weights = Object.fromEntries(
    Object.entries(weightShapes(config)).map(([name, shape]) => {
      const values = Float32Array.from(
        { length: shape.reduce((product, side) => product * side, 1) },
        () => (random.next() - 0.5) * 0.5,
      )
      return [name, { shape, values }]
    }),
  )
  const model = createModel({ config, weights }, 'id', await engineOfBuild(build), { output })
  const out = new Float32Array(2000 * 31)
  model.run(randomIds(2000), model.createState(), out)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(out.buffer)))
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const cases = cells.flatMap(({ name }) =>
  (['int8', 'int8-relaxed', 'int16', 'float32'] as const)
    .filter(runsBuild)
    .map((build) => [name, build] as const),
)

// int8 in plain SIMD and in relaxed SIMD are held to one digest.
test.each(cases)('%s, %s', async (cell, build) => {
  const arithmetic = build.replace('int8-relaxed', 'int8')
  expect(await digest(cell, build, 'probabilities')).toBe(recorded[`${cell} ${arithmetic}`])
})

test('logarithms of probabilities', async () => {
  expect(await digest('gru', 'int16', 'log-probabilities')).toBe(recorded['gru int16 log'])
})
