import type { Engine } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'
import { bytesOfOne } from '../memory.ts'
import { type Contender, text } from './contender.ts'

/** Runnel with one of its engines. */
export const runnelContender = (name: string, load: () => Promise<Engine>): Contender => ({
  name,
  async prepare(net) {
    const model = createModel(net, name, await load())
    const { vocabulary } = model.tokenizer
    const state = model.createState()
    const out = new Float32Array(text.length * vocabulary)
    return {
      single() {
        for (let t = 0; t < text.length; t++) model.step(text[t], state)
        return text.length
      },
      chunk() {
        model.run(text, state, out)
        return text.length
      },
      batch(streams) {
        const states = Array.from({ length: streams }, () => model.createState())
        const ids = text.subarray(0, streams)
        return () => {
          for (let call = 0; call < 8; call++) model.stepMany(ids, states, out)
          return 8 * streams
        }
      },
      sessionBytes() {
        // the memory of the kernels grows first, so that only what is in JavaScript is counted below
        const sessions = Array.from({ length: 4000 }, () => model.createState())
        for (const session of sessions) session.free()
        const inKernels = model.engine.startsWith('wasm') ? model.memory.stateBytes : 0
        return inKernels + bytesOfOne(4000, () => model.createState())
      },
    }
  },
})
