import * as tf from '@tensorflow/tfjs'
import type { GraphGradients, GraphInputs } from './two-step-net.ts'

/**
 * Derivatives by TensorFlow.js. `nudge1` and `nudge2` are zeros added to h_1 and h_2: the derivative by a nudge is
 * that by the state. Disposes everything it makes.
 */
export const tensorflowGradients = (inputs: GraphInputs): GraphGradients => {
  const { wh, wx, wy, h0, x, y } = inputs
  const loss = (
    Wh: tf.Tensor,
    Wx: tf.Tensor,
    Wy: tf.Tensor,
    nudge1: tf.Tensor,
    nudge2: tf.Tensor,
  ): tf.Scalar => {
    const h1 = Wh.mul(h0).add(Wx.mul(x[0])).add(nudge1)
    const h2 = Wh.mul(h1).add(Wx.mul(x[1])).add(nudge2)
    const error1 = Wy.mul(h1).sub(y[0]).square()
    const error2 = Wy.mul(h2).sub(y[1]).square()
    return error1.add(error2)
  }
  const values = tf.tidy(() =>
    tf
      .grads(loss)([wh, wx, wy, 0, 0].map((value) => tf.scalar(value)))
      .map((gradient) => gradient.dataSync()[0]),
  )
  return { wh: values[0], wx: values[1], wy: values[2], h1: values[3], h2: values[4] }
}
