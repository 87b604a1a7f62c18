import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'

/** Backends of tfjs that run here. */
export type Backend = 'cpu' | 'wasm'

/** Makes a backend the present one; contenders take turns with both. */
export const useBackend = async (backend: Backend): Promise<void> => {
  if (tf.getBackend() === backend) return
  tf.env().set('IS_TEST', true)
  setWasmPaths(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')).pathname)
  await tf.setBackend(backend)
}
