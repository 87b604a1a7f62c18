import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { rival } from '../../rivals/rival.ts'
import { netOf } from '../nets.ts'
import { toOnnx } from './onnx-model.ts'
import type { Onnxruntime } from './onnxruntime.ts'

/*
 * Records what ONNX Runtime makes of small nets over 10,000 steps, every 500th kept: the reference of the
 * conversion test. Run: node tools/bench/src/onnx/record-reference.ts
 */
const { InferenceSession, Tensor }: Onnxruntime = await import(rival('onnxruntime-node'))
const [STEPS, KEPT] = [10_000, 500]
const file = path.join(import.meta.dirname, '../../../../packages/rnn-model/src/convert/fixtures/onnx.json')

const record = async (cell: string) => {
  const net = netOf(cell, 9)
  const onnx = toOnnx(net)
  const session = await InferenceSession.create(onnx)
  const zeros = () => new Tensor('float32', new Float32Array(9), [1, 1, 9])
  const ids = Array.from({ length: STEPS }, (_, t) => (t * t * 3 + (t >> 3)) % 28)
  const feeds = {
    ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [STEPS, 1]),
    h: zeros(),
    ...(cell === 'lstm' ? { c: zeros() } : {}),
  }
  const { probabilities } = await session.run(feeds)
  const values = probabilities.data as Float32Array
  const kept = Array.from({ length: STEPS / KEPT }, (_, i) => {
    const from = ((i + 1) * KEPT - 1) * 28
    return Array.from(values.subarray(from, from + 28), (value) => Number(value.toFixed(7)))
  })
  return { file: Buffer.from(onnx).toString('base64'), probabilities: kept }
}

const cells = ['simple-rnn', 'gru', 'gru-reset-before', 'lstm']
const recorded = await Promise.all(cells.map(async (cell) => [cell, await record(cell)]))
writeFileSync(file, `${JSON.stringify(Object.fromEntries(recorded))}\n`)
