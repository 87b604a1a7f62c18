import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createRandom } from '@runnel/core'
import type { Tensor as OnnxTensor } from 'onnxruntime-common'
import { rival } from '../../rivals/rival.ts'
import type { Onnxruntime } from '../onnx/onnxruntime.ts'
import type { Sides } from './onnx-graph.ts'
import { joinedGrus, listener } from './small-nets.ts'

/*
 * Records what ONNX Runtime makes of small graphs over 200 calls, every 20th kept: the reference of the tests of
 * graphs. Run: node tools/bench/src/graph/record-reference.ts
 */
const { InferenceSession, Tensor }: Onnxruntime = await import(rival('onnxruntime-node'))
const [CALLS, KEPT] = [200, 20]
const file = path.join(import.meta.dirname, '../../../../packages/rnn-model/src/graph/fixtures/graphs.json')

interface Net {
  onnx: Uint8Array
  input: { name: string; shape: number[]; context?: number }
  state: Sides
  /** Names of the outputs that are the state. */
  next: Record<string, string>
  outputs: string[]
  rate?: number
}

const grus = { 'vad.h': [1, 1, 6], 'noise.h': [1, 1, 8], 'denoise.h': [1, 1, 8] }
const nets: Record<string, Net> = {
  'joined GRUs': {
    onnx: joinedGrus(),
    input: { name: 'features', shape: [1, 1, 10] },
    state: grus,
    next: Object.fromEntries(Object.keys(grus).map((name) => [name, name.replace(/h$/, 'last')])),
    outputs: ['speech', 'gains'],
  },
  listener: {
    onnx: listener(),
    input: { name: 'sound', shape: [1, 40], context: 8 },
    state: { state: [2, 1, 7] },
    next: { state: 'state.next' },
    outputs: ['speech'],
    rate: 16_000,
  },
}

const record = async ({ onnx, input, state, next, outputs, rate }: Net) => {
  const session = await InferenceSession.create(onnx)
  const random = createRandom(7)
  const size = input.shape.reduce((product, side) => product * side, 1)
  const frame = new Float32Array(size)
  let feeds: Record<string, OnnxTensor> = Object.fromEntries(
    Object.entries(state).map(([name, shape]) => {
      const length = shape.reduce((product, side) => product * side, 1)
      return [name, new Tensor('float32', new Float32Array(length), shape)]
    }),
  )
  const kept: Record<string, number[]>[] = []
  const { context = 0 } = input
  for (let call = 1; call <= CALLS; call++) {
    frame.copyWithin(0, size - context)
    for (let i = context; i < size; i++) frame[i] = 2 * random.next() - 1
    const results = await session.run({
      ...feeds,
      [input.name]: new Tensor('float32', frame.slice(), input.shape),
      ...(rate === undefined ? {} : { rate: new Tensor('int64', BigInt64Array.of(BigInt(rate)), []) }),
    })
    feeds = Object.fromEntries(Object.keys(state).map((name) => [name, results[next[name]]]))
    if (call % KEPT > 0) continue
    const rounded = outputs.map((name) => {
      const values = Array.from(results[name].data as Float32Array, (value) => Number(value.toFixed(7)))
      return [name, values] as const
    })
    kept.push(Object.fromEntries(rounded))
  }
  const states = Object.entries(state).map(([name, shape]) => [name, { shape, next: next[name] }])
  const options = {
    input,
    state: Object.fromEntries(states),
    ...(rate === undefined ? {} : { constants: { rate } }),
  }
  return { file: Buffer.from(onnx).toString('base64'), options, calls: kept }
}

const recorded = await Promise.all(Object.entries(nets).map(async ([name, net]) => [name, await record(net)]))
writeFileSync(file, `${JSON.stringify(Object.fromEntries(recorded))}\n`)
