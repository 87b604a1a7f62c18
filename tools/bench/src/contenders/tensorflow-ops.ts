import type { ModelDefinition } from '@runnel/rnn-model'
import * as tf from '@tensorflow/tfjs'
import { type Contender, text } from './contender.ts'
import { type Backend, useBackend } from './start-tensorflow.ts'

type Step = (x: tf.Tensor2D, h: tf.Tensor2D, c: tf.Tensor2D) => tf.Tensor2D[]

/** The equations of a cell in as few operations of tfjs as they take; gives h, and of an LSTM c. */
export const stepOf = ({ config, weights }: ModelDefinition): Step => {
  const [{ cell, units }] = config.layers
  const matrix = (name: string) => tf.tensor2d(weights[name].values, weights[name].shape as [number, number])
  const recurrent = matrix('layer0.recurrent')
  const part = (sums: tf.Tensor2D, gate: number, count = 1): tf.Tensor2D =>
    sums.slice([0, gate * units], [-1, count * units])
  if (cell === 'simple-rnn') return (x, h) => [x.add<tf.Tensor2D>(h.matMul(recurrent)).tanh()]
  if (cell === 'gru') {
    const bias = tf.tensor1d(weights['layer0.recurrentBias'].values)
    return (x, h) => {
      const sums = tf.fused.matMul({ a: h, b: recurrent, bias }) as tf.Tensor2D
      const gates = part(x, 0, 2)
        .add<tf.Tensor2D>(part(sums, 0, 2))
        .sigmoid()
      const n = part(x, 2)
        .add(part(gates, 1).mul(part(sums, 2)))
        .tanh()
      return [n.add(part(gates, 0).mul(h.sub(n)))]
    }
  }
  return (x, h, c) => {
    const sums = x.add<tf.Tensor2D>(h.matMul(recurrent))
    const forInput = part(sums, 0, 2).sigmoid()
    const next = part(forInput, 1)
      .mul<tf.Tensor2D>(c)
      .add<tf.Tensor2D>(part(forInput, 0).mul(part(sums, 2).tanh()))
    return [part(sums, 3).sigmoid().mul(next.tanh()), next]
  }
}

/** tfjs by hand: the same equations as Runnel's, a look-up for the input, the state in tensors that are kept. */
export const tensorflowOpsContender = (backend: Backend): Contender => ({
  name: `tfjs-${backend} ops`,
  async prepare(net) {
    await useBackend(backend)
    const { weights } = net
    const [{ units }] = net.config.layers
    const rows = tf.tensor2d(
      weights['layer0.kernel'].values,
      weights['layer0.kernel'].shape as [number, number],
    )
    const table = rows.add<tf.Tensor2D>(tf.tensor1d(weights['layer0.bias'].values))
    const kernel = tf.tensor2d(
      weights['output.kernel'].values,
      weights['output.kernel'].shape as [number, number],
    )
    const bias = tf.tensor1d(weights['output.bias'].values)
    const step = stepOf(net)
    const empty = (streams: number): tf.Tensor2D => tf.zeros([streams, units])
    const stepper = (streams: number) => {
      let state = [empty(streams), empty(streams)]
      return async (from: number): Promise<void> => {
        await useBackend(backend)
        const next = tf.tidy(() => {
          const ids = tf.tensor1d(Int32Array.from(text.subarray(from, from + streams)), 'int32')
          const [h, c] = step(tf.gather(table, ids), state[0], state[1])
          tf.fused.matMul({ a: h, b: kernel, bias }).softmax().dataSync()
          return c ? [h, c] : [h]
        })
        tf.dispose(state)
        state = next
      }
    }
    const one = stepper(1)
    let t = 0
    return {
      async single() {
        t = (t + 1) % text.length
        await one(t)
        return 1
      },
      batch(streams) {
        const many = stepper(streams)
        return async () => {
          await many(0)
          return streams
        }
      },
      sessionBytes() {
        const bytes = tf.memory().numBytes
        const state = net.config.layers[0].cell === 'lstm' ? [empty(1), empty(1)] : [empty(1)]
        const more = tf.memory().numBytes - bytes
        tf.dispose(state)
        return more
      },
    }
  },
})
