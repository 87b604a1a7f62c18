import type { Tensor } from 'onnxruntime-common'
import { bytesOfOne } from '../memory.ts'
import { toOnnx } from '../onnx/onnx-model.ts'
import type { Onnxruntime } from '../onnx/onnxruntime.ts'
import { type Contender, text } from './contender.ts'

/** ONNX Runtime on one thread, the state going out of one call and into the next. */
export const onnxruntimeContender = (name: string, load: () => Promise<Onnxruntime>): Contender => ({
  name,
  async prepare(net) {
    const { InferenceSession, Tensor } = await load()
    const session = await InferenceSession.create(toOnnx(net), { intraOpNumThreads: 1, interOpNumThreads: 1 })
    const [{ cell, units }] = net.config.layers
    const names = cell === 'lstm' ? ['h', 'c'] : ['h']
    const start = (streams: number): Record<string, Tensor> =>
      Object.fromEntries(
        names.map((state) => [
          state,
          new Tensor('float32', new Float32Array(streams * units), [1, streams, units]),
        ]),
      )
    const runner = (time: number, streams: number) => {
      let state = start(streams)
      return async (ids: BigInt64Array): Promise<void> => {
        const results = await session.run({ ids: new Tensor('int64', ids, [time, streams]), ...state })
        state = Object.fromEntries(names.map((key) => [key, results[`${key}_out`]]))
      }
    }
    const ids = BigInt64Array.from(text, BigInt)
    const [one, all] = [runner(1, 1), runner(text.length, 1)]
    return {
      async single() {
        for (let t = 0; t < 32; t++) await one(ids.slice(t, t + 1))
        return 32
      },
      async chunk() {
        await all(ids)
        return text.length
      },
      batch(streams) {
        const step = runner(1, streams)
        const first = ids.slice(0, streams)
        return async () => {
          await step(first)
          return streams
        }
      },
      sessionBytes: () => bytesOfOne(2000, () => start(1)),
      dispose: () => void session.release(),
    }
  },
})
