import { fileURLToPath } from 'node:url'
import { type GraphDefinition, graphFromOnnx } from '@runnel/rnn-model/graph'
import { rival } from '../../rivals/rival.ts'
import { bundleOf, gzippedFile } from '../bundle.ts'
import { options, sileroBytes } from './silero.ts'

/** Bytes that a page loads, minified and gzipped, kernels included. */
export interface GraphSizes {
  /** A graph that was converted before, and one that is converted in the page. */
  graph: number
  converting: number
  onnxruntimeWeb: number
  /** Bytes of the file, and of the weights of the one net in it that runs. */
  file: number
  weights: number
}

/** Measures what is loaded. */
export const measureSizes = async (): Promise<GraphSizes> => {
  const first = async (program: string): Promise<number> => (await bundleOf(program)).first
  const web = fileURLToPath(rival('onnxruntime-web/wasm'))
  const kernels = fileURLToPath(new URL('ort-wasm-simd-threaded.wasm', rival('onnxruntime-web')))
  const onnx = sileroBytes('v5')
  return {
    graph: await first('export { createGraph } from "@runnel/rnn-model/graph"'),
    converting: await first('export { createGraph, graphFromOnnx } from "@runnel/rnn-model/graph"'),
    onnxruntimeWeb:
      (await first(`export { InferenceSession, Tensor } from ${JSON.stringify(web)}`)) + gzippedFile(kernels),
    file: onnx.length,
    weights: weightBytes(graphFromOnnx(onnx, options)),
  }
}

const weightBytes = ({ layers }: GraphDefinition): number => {
  const arrays = layers.flatMap((layer) => Object.values(layer))
  return arrays.reduce((sum, { values }) => sum + (values instanceof Float32Array ? values.byteLength : 0), 0)
}
