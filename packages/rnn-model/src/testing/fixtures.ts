import onnx from '../convert/fixtures/onnx.json' with { type: 'json' }
import pytorch from '../convert/fixtures/pytorch.json' with { type: 'json' }
import { bytesOfBase64 } from './bytes-of-base64.ts'

const filesOf = (fixtures: Readonly<Record<string, { file: string }>>): [string, Uint8Array][] =>
  Object.entries(fixtures).map(([cell, { file }]) => [cell, bytesOfBase64(file)])

/** ONNX files as PyTorch writes them, each with the cell of its net. */
export const onnxFixtures = (): [string, Uint8Array][] => filesOf(onnx)

/** Files of safetensors, each with the cell of its net. */
export const pytorchFixtures = (): [string, Uint8Array][] => filesOf(pytorch)
