import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'

const start = async (backend: 'cpu' | 'wasm'): Promise<void> => {
  // Keeps tfjs from printing its advice to install another package.
  tf.env().set('IS_TEST', true)
  await tf.setBackend(backend)
  await tf.ready()
}

/** Starts TensorFlow.js on its plain backend: nothing to fetch, and fast enough for tests that train. */
export const startTensorflow = (): Promise<void> => start('cpu')

/** Starts it on that of WebAssembly: thousands of steps of a GRU, whose weights are split at each, take a quarter of the time. */
export const startSwiftTensorflow = (): Promise<void> => start('wasm')
