import onnx from '../convert/fixtures/onnx.json' with { type: 'json' }
import pytorch from '../convert/fixtures/pytorch.json' with { type: 'json' }
import graphs from '../graph/fixtures/graphs.json' with { type: 'json' }
import type { OnnxGraphOptions } from '../graph/index.ts'
import { bytesOfBase64 } from './bytes-of-base64.ts'

const filesOf = (fixtures: Readonly<Record<string, { file: string }>>): [string, Uint8Array][] =>
  Object.entries(fixtures).map(([cell, { file }]) => [cell, bytesOfBase64(file)])

/** ONNX files as PyTorch writes them, each with the cell of its net. */
export const onnxFixtures = (): [string, Uint8Array][] => filesOf(onnx)

/** Files of safetensors, each with the cell of its net. */
export const pytorchFixtures = (): [string, Uint8Array][] => filesOf(pytorch)

/** Small graphs in ONNX files, each with its name and what the file leaves open: GRUs joined past one another, and a net over sound. */
export const graphFixtures = (): [string, Uint8Array, OnnxGraphOptions][] =>
  Object.entries(graphs).map(([name, { file, options }]) => [
    name,
    bytesOfBase64(file),
    options as OnnxGraphOptions,
  ])
