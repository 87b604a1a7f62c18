import { createGraph, graphFromOnnx } from '@runnel/rnn-model/graph'
import { rival } from '../../rivals/rival.ts'
import type { Onnxruntime } from '../onnx/onnxruntime.ts'
import { CONTEXT, FRAME, options, STATE } from './silero.ts'

/** Gives the probability of speech in the next frame of one stream. */
export type Listener = (frame: Float32Array) => number | Promise<number>

/** A way of running the net. */
export interface ListenerKind {
  readonly name: string
  listen(onnx: Uint8Array): Promise<Listener>
}

/** ONNX Runtime on one thread: the state goes out of one call and into the next, and the caller keeps the context. */
const onnxruntime = (name: string, load: () => Promise<Onnxruntime>): ListenerKind => ({
  name,
  async listen(onnx) {
    const { InferenceSession, Tensor } = await load()
    const session = await InferenceSession.create(onnx, { intraOpNumThreads: 1, interOpNumThreads: 1 })
    const sr = new Tensor('int64', BigInt64Array.of(16_000n), [])
    const length = STATE.reduce((size, side) => size * side, 1)
    let state = new Tensor('float32', new Float32Array(length), STATE)
    const input = new Tensor('float32', new Float32Array(CONTEXT + FRAME), [1, CONTEXT + FRAME])
    const samples = input.data as Float32Array
    return async (frame) => {
      samples.copyWithin(0, FRAME)
      samples.set(frame, CONTEXT)
      const results = await session.run({ input, state, sr })
      state = results.stateN as typeof state
      return (results.output.data as Float32Array)[0]
    }
  },
})

/** Every way that is compared, Runnel's first. */
export const listeners: readonly ListenerKind[] = [
  {
    name: 'graph',
    async listen(onnx) {
      const graph = await createGraph(graphFromOnnx(onnx, options))
      const state = graph.createState()
      return (frame) => graph.step(frame, state).output[0]
    },
  },
  onnxruntime('onnxruntime-web', async () => {
    const { env, ...runtime } = await import(rival('onnxruntime-web'))
    env.wasm.numThreads = 1
    return runtime
  }),
  onnxruntime('onnxruntime-node', () => import(rival('onnxruntime-node'))),
]
