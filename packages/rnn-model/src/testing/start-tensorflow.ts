import * as tf from '@tensorflow/tfjs'

/** Starts TensorFlow.js on its plain backend: nothing to fetch, and fast enough for tests. */
export const startTensorflow = async (): Promise<void> => {
  // Keeps tfjs from printing its advice to install another package.
  tf.env().set('IS_TEST', true)
  await tf.setBackend('cpu')
  await tf.ready()
}
