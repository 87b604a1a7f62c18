import { createRequire } from 'node:module'
import path from 'node:path'
import { RunnelError } from '@runnel/core'

/**
 * Starts TensorFlow.js on its wasm backend, about twice as fast here as the plain one.
 *
 * @throws RunnelError when the packages, optional for this command line, are not installed
 */
export const startTensorflow = async (): Promise<typeof import('@runnel/rnn-model/tfjs')> => {
  try {
    const tf = await import('@tensorflow/tfjs')
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm')
    const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
    setWasmPaths(`${path.dirname(main)}${path.sep}`)
    await tf.setBackend('wasm')
    await tf.ready()
    return await import('@runnel/rnn-model/tfjs')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new RunnelError(
      'missing_tensorflow',
      'this needs TensorFlow.js: npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm',
      { cause },
    )
  }
}
