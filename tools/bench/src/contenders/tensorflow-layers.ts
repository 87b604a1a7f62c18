import { buildLayersModel, inputTensor, writeLayerWeights } from '@runnel/rnn-model/tfjs'
import * as tf from '@tensorflow/tfjs'
import { type Contender, text } from './contender.ts'
import { type Backend, useBackend } from './start-tensorflow.ts'

/**
 * tfjs layers, stateful: the only way it has to carry a state. A model has as many streams as its batch, and
 * its GRU resets before the product.
 */
export const tensorflowLayersContender = (backend: Backend): Contender => ({
  name: `tfjs-${backend} layers`,
  async prepare({ config, weights }) {
    const [{ cell, units }] = config.layers
    const layers = [{ cell: cell === 'gru' ? 'gru-reset-before' : cell, units }]
    const net = { config: { ...config, layers }, weights: { ...weights } }
    delete net.weights['layer0.recurrentBias']
    const stepper = async (streams: number) => {
      await useBackend(backend)
      const model = buildLayersModel(net.config, { length: 1, batchSize: streams, stateful: true })
      writeLayerWeights(model, net)
      return {
        async step(from: number): Promise<void> {
          await useBackend(backend)
          tf.tidy(() => {
            const ids = text.subarray(from, from + streams)
            const out = model.predictOnBatch(inputTensor(net.config, ids, [streams, 1])) as tf.Tensor
            out.dataSync()
          })
        },
        dispose: () => model.dispose(),
      }
    }
    const one = await stepper(1)
    const batches: { dispose(): void }[] = []
    let t = 0
    return {
      async single() {
        t = (t + 1) % text.length
        await one.step(t)
        return 1
      },
      async batch(streams) {
        const many = await stepper(streams)
        batches.push(many)
        return async () => {
          await many.step(0)
          return streams
        }
      },
      async sessionBytes() {
        const before = tf.memory().numBytes
        const another = await stepper(1)
        await another.step(0)
        const bytes = tf.memory().numBytes - before
        another.dispose()
        return bytes
      },
      dispose() {
        for (const model of [one, ...batches]) model.dispose()
      },
    }
  },
})
