import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { createModel } from '../../create-model.ts'
import { randomIds } from '../../testing/conformance.ts'
import { smallConfig } from '../../testing/small-net.ts'
import { weightShapes } from '../../weight-shapes.ts'
import type { OutputForm } from '../engine.ts'
import type { Arithmetic } from './arithmetic.ts'
import { loadWasmEngine } from './wasm.ts'

/*
 * SHA-256 of all that 2,000 steps give, recorded once: the same in Node, workerd and Chromium, on every
 * machine. Weights come from uniform random numbers, so that no function of `Math` has a say in them.
 */
const recorded: Record<string, string> = {
  'simple-rnn int16': 'a46ab34553773c41',
  'simple-rnn float32': 'df2f0c9d954a8408',
  'simple-rnn int8-relaxed': '81299066a55019de',
  'gru int16': 'a30eb117c7acd068',
  'gru float32': 'f99d3d49b5d1133e',
  'gru int8-relaxed': 'da1e592039044684',
  'gru-reset-before int16': 'bf70036f4c52e484',
  'gru-reset-before float32': '11518828f0df3f45',
  'gru-reset-before int8-relaxed': '7f70a870550e0068',
  'lstm int16': '02fd73fb35a1fd26',
  'lstm float32': '40e909a0c92afbca',
  'lstm int8-relaxed': '20e104e8d54de6a7',
  'gru int16 log': '089e631278219387',
}

const digest = async (cell: string, arithmetic: Arithmetic, output: OutputForm): Promise<string> => {
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
  const model = createModel({ config, weights }, 'id', await loadWasmEngine({ arithmetic }), { output })
  const out = new Float32Array(2000 * 31)
  model.run(randomIds(2000), model.createState(), out)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(out.buffer)))
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const cases = cells.flatMap(({ name }) =>
  (['int16', 'float32', 'int8-relaxed'] as const).map((arithmetic) => [name, arithmetic] as const),
)

test.each(cases)('%s, %s', async (cell, arithmetic) => {
  expect(await digest(cell, arithmetic, 'probabilities')).toBe(recorded[`${cell} ${arithmetic}`])
})

test('logarithms of probabilities', async () => {
  expect(await digest('gru', 'int16', 'log-probabilities')).toBe(recorded['gru int16 log'])
})
