import * as tf from '@tensorflow/tfjs'
import type { ModelDefinition } from '../config.ts'
import type { TrainingWindow } from '../train/backprop/training-window.ts'

type Weights = Record<string, tf.Tensor>
type Step = (x: tf.Tensor, u: tf.Tensor, c: tf.Tensor, state: tf.Tensor[]) => tf.Tensor[]

const gru = (z: tf.Tensor, n: tf.Tensor, h: tf.Tensor): tf.Tensor[] => [n.add(z.mul(h.sub(n)))]

/** One time step of each cell in TensorFlow.js operations, which TensorFlow.js differentiates by itself. */
const steps: Record<string, Step> = {
  'simple-rnn': (x, u, _c, [h]) => [x.add(h.matMul(u)).tanh()],
  gru: (x, u, c, [h]) => {
    const [xz, xr, xn] = x.split(3, 1)
    const [hz, hr, hn] = h.matMul(u).add(c).split(3, 1)
    return gru(xz.add(hz).sigmoid(), xn.add(xr.add(hr).sigmoid().mul(hn)).tanh(), h)
  },
  'gru-reset-before': (x, u, _c, [h]) => {
    const [xz, xr, xn] = x.split(3, 1)
    const [uz, ur, un] = u.split(3, 1)
    const reset = xr.add(h.matMul(ur)).sigmoid().mul(h)
    return gru(xz.add(h.matMul(uz)).sigmoid(), xn.add(reset.matMul(un)).tanh(), h)
  },
  lstm: (x, u, _c, [h, c]) => {
    const [i, f, g, o] = x.add(h.matMul(u)).split(4, 1)
    const cell = f.sigmoid().mul(c).add(i.sigmoid().mul(g.tanh()))
    return [o.sigmoid().mul(cell.tanh()), cell]
  },
}

/** Loss and gradients of several windows, one after another, as TensorFlow.js finds them; the states are carried. */
export const tensorGradients = (
  { config, weights }: ModelDefinition,
  windows: readonly TrainingWindow[],
  batch: number,
): { loss: number; gradients: Record<string, Float32Array> }[] => {
  const [{ cell, units }] = config.layers
  const names = Object.keys(weights)
  let states = [0, 1].map(() => tf.zeros([batch, units]))
  return windows.map((window) => {
    const length = window.inputs.length / batch
    let after: tf.Tensor[] = []
    const loss = (...values: tf.Tensor[]): tf.Scalar => {
      const w: Weights = Object.fromEntries(names.map((name, i) => [name, values[i]]))
      const keep = tf.tensor2d(
        Float32Array.from(window.fresh, (fresh) => 1 - fresh),
        [batch, 1],
      )
      let state = states.map((values) => values.mul(keep))
      let sum = tf.scalar(0)
      for (let t = 0; t < length; t++) {
        const at = <T>(values: ArrayLike<T>) => Array.from(values).slice(t * batch, (t + 1) * batch)
        const [vocabulary] = weights['layer0.kernel'].shape
        const x = tf.oneHot(tf.tensor1d(at(window.inputs), 'int32'), vocabulary).toFloat()
        const input = x.matMul(w['layer0.kernel']).add(w['layer0.bias'])
        state = steps[cell](input, w['layer0.recurrent'], w['layer0.recurrentBias'] ?? tf.scalar(0), state)
        const logits = state[0].matMul(w['output.kernel']).add(w['output.bias'])
        const outputs = weights['output.bias'].values.length
        const target = tf.oneHot(tf.tensor1d(at(window.targets), 'int32'), outputs).toFloat()
        const nats = logits.logSumExp(1).sub(logits.mul(target).sum(1))
        sum = sum.add(nats.mul(tf.tensor1d(at(window.weights))).sum())
      }
      after = state.map((values) => tf.keep(values.clone()))
      return sum
    }
    const inputs = names.map((name) => tf.tensor(weights[name].values, [...weights[name].shape]))
    const { value, grads } = tf.valueAndGrads(loss)(inputs)
    states = after
    return {
      loss: value.dataSync()[0],
      gradients: Object.fromEntries(names.map((name, i) => [name, grads[i].dataSync() as Float32Array])),
    }
  })
}
