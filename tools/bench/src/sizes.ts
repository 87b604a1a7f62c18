import { fileURLToPath } from 'node:url'
import { rival } from '../rivals/rival.ts'
import { bundleOf, gzippedFile } from './bundle.ts'

/** Bytes that a contender adds to a page or a program, minified and gzipped. */
export interface Size {
  contender: string
  script: number
  /** WebAssembly or native code beside the script. */
  beside: number
}

const file = (name: string, beside: string): string =>
  fileURLToPath(new URL(beside, import.meta.resolve(name)))

/** Bundles each contender as an app would, and adds the files that it loads. */
export const measureSizes = async (): Promise<Size[]> => {
  const script = async (program: string): Promise<number> => (await bundleOf(program)).first
  const tensorflow = 'export { loadLayersModel, oneHot, tensor2d, tidy } from "@tensorflow/tfjs"'
  const { platform, arch } = process
  const besideRival = (name: string, beside: string): string => fileURLToPath(new URL(beside, rival(name)))
  const native = besideRival('onnxruntime-node', `../bin/napi-v6/${platform}/${arch}/`)
  return [
    { contender: 'tfjs-cpu', script: await script(tensorflow), beside: 0 },
    {
      contender: 'tfjs-wasm',
      script: await script(`${tensorflow}\nexport { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"`),
      beside: gzippedFile(file('@tensorflow/tfjs-backend-wasm', 'tfjs-backend-wasm-simd.wasm')),
    },
    {
      contender: 'onnxruntime-web',
      script: await script(
        `export { InferenceSession, Tensor } from ${JSON.stringify(fileURLToPath(rival('onnxruntime-web/wasm')))}`,
      ),
      beside: gzippedFile(besideRival('onnxruntime-web', 'ort-wasm-simd-threaded.wasm')),
    },
    { contender: 'onnxruntime-node', script: 0, beside: gzippedFile(nativeLibrary(native, platform)) },
    {
      contender: 'typed arrays',
      script: await script(
        'export { decodeModel } from "@runnel/rnn-model"; export { createModel, typedArrayEngine } from "@runnel/rnn-model/typed-array"',
      ),
      beside: 0,
    },
    {
      contender: 'wasm int8 (default)',
      script: await script('export { loadModel } from "@runnel/rnn-model"'),
      beside: 0,
    },
  ]
}

const nativeLibrary = (folder: string, platform: string): string => {
  if (platform === 'win32') return `${folder}onnxruntime.dll`
  return platform === 'darwin' ? `${folder}libonnxruntime.1.30.0.dylib` : `${folder}libonnxruntime.so.1`
}
