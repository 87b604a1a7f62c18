import { checkWeights } from './check-weights.ts'
import type { ModelConfig, ModelDefinition, WeightArray } from './config.ts'
import { ModelFormatError } from './errors.ts'
import { openFile, sealFile } from './sealed-file.ts'
import { byteLength, type NumberType, readArray, typeOf, writeArray } from './weight-bytes.ts'
import { weightShapes } from './weight-shapes.ts'

/*
 * A model file (docs/model-format.md) is a sealed file. Its header: { config, arrays: [{ name, shape, type? }] }; its
 * payload: the arrays in that order, little-endian, float32; in version 2 those of type int8 as a float32 scale for
 * each column, then int8 numbers, padded with zeros to a multiple of 4.
 */
const MAGIC = 'RNNL'
/** Written for nets without int8 weights, and for those with. */
const [PLAIN, QUANTISED] = [1, 2]

/**
 * Writes a net as a model file: whole numbers where `quantiseModel` made them, float32 otherwise.
 *
 * @throws ModelFormatError when weights and configuration disagree
 */
export const encodeModel = async ({ config, weights }: ModelDefinition): Promise<Uint8Array> => {
  checkWeights({ config, weights })
  const arrays = Object.entries(weights).map(([name, array]) =>
    array.quantised ? { name, shape: array.shape, type: typeOf(array) } : { name, shape: array.shape },
  )
  const length = Object.values(weights).reduce(
    (sum, array) => sum + byteLength(array.shape, typeOf(array)),
    0,
  )
  const payload = new Uint8Array(length)
  let offset = 0
  for (const array of Object.values(weights)) {
    writeArray(new DataView(payload.buffer), offset, array)
    offset += byteLength(array.shape, typeOf(array))
  }
  const version = arrays.some((array) => array.type) ? QUANTISED : PLAIN
  return sealFile(MAGIC, version, { config, arrays }, payload)
}

/**
 * Reads a model file.
 *
 * @returns the net, and the SHA-256 of its file in hexadecimal as its identity
 * @throws ModelFormatError naming the part that is wrong
 */
export const decodeModel = async (bytes: Uint8Array): Promise<ModelDefinition & { sha256: string }> => {
  const kind = { magic: MAGIC, versions: [PLAIN, QUANTISED] }
  const { header, payload, sha256 } = await openFile(bytes, kind)
  const { config, arrays } = readHeader(header)
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const weights: Record<string, WeightArray> = {}
  let offset = 0
  for (const { name, shape, type = 'float32' } of arrays) {
    const size = byteLength(shape, type)
    if (!(offset + size <= payload.length)) throw new ModelFormatError(name, `${size} bytes`, 'fewer')
    weights[name] = readArray(view, offset, shape, type)
    offset += size
  }
  const rest = payload.length - offset
  if (rest !== 0) throw new ModelFormatError('length', 'nothing behind the arrays', `${rest} bytes`)
  checkWeights({ config, weights })
  return { config, weights, sha256 }
}

const types: readonly string[] = ['float32', 'int8']

interface Header {
  config: ModelConfig
  arrays: { name: string; shape: number[]; type?: NumberType }[]
}

/** The header, if it is one that `encodeModel` could have written. @throws ModelFormatError */
const readHeader = (bytes: Uint8Array): Header => {
  try {
    const { config, arrays } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Header
    const shapes = weightShapes(config)
    if (arrays.length > Object.keys(shapes).length) throw new Error('an array twice')
    if (!arrays.every(({ shape }) => shape.every(Number.isInteger))) throw new Error('shape')
    if (arrays.some(({ name, shape }) => shapes[name]?.join() !== shape.join())) throw new Error('arrays')
    if (arrays.some(({ type = 'float32' }) => !types.includes(type))) throw new Error('type')
    return { config, arrays }
  } catch (cause) {
    if (ModelFormatError.isInstance(cause)) throw cause
    throw new ModelFormatError('header', 'the configuration of a net and its arrays', 'something else', {
      cause,
    })
  }
}
