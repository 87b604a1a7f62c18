import type { ModelConfig, ModelDefinition, WeightArray } from './config.ts'
import { checkWeights, weightShapes } from './config.ts'
import { ModelFormatError } from './errors.ts'

/*
 * A model file, all numbers little-endian (docs/model-format.md):
 *    0  magic, 4 bytes: R N N L
 *    4  uint32  version of the format
 *    8  uint32  length of the whole file in bytes
 *   12  uint32  length of the header in bytes, a multiple of 4
 *   16  header: JSON in UTF-8, padded with spaces: { config, arrays: [{ name, shape }] }
 *       the arrays in that order, float32, nothing between them
 *       SHA-256 of everything before it, 32 bytes
 */
const MAGIC = 'RNNL'
const VERSION = 1
const PREFIX = 16
const DIGEST = 32

/** Writes a net as a model file. @throws ModelFormatError when weights and configuration disagree */
export const encodeModel = async ({ config, weights }: ModelDefinition): Promise<Uint8Array> => {
  checkWeights({ config, weights })
  const arrays = Object.entries(weights).map(([name, { shape }]) => ({ name, shape }))
  const json = JSON.stringify({ config, arrays })
  const unpadded = new TextEncoder().encode(json).length
  const header = new TextEncoder().encode(json + ' '.repeat((4 - (unpadded % 4)) % 4))
  const payload = Object.values(weights).reduce((sum, { values }) => sum + values.length * 4, 0)
  const bytes = new Uint8Array(PREFIX + header.length + payload + DIGEST)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(4, VERSION, true)
  view.setUint32(8, bytes.length, true)
  view.setUint32(12, header.length, true)
  bytes.set(header, PREFIX)
  let offset = PREFIX + header.length
  for (const { values } of Object.values(weights)) {
    for (const value of values) {
      view.setFloat32(offset, value, true)
      offset += 4
    }
  }
  bytes.set(await sha256(bytes.subarray(0, offset)), offset)
  return bytes
}

/**
 * Reads a model file.
 *
 * @returns the net, and the SHA-256 of its file in hexadecimal as its identity
 * @throws ModelFormatError naming the part that is wrong
 */
export const decodeModel = async (bytes: Uint8Array): Promise<ModelDefinition & { sha256: string }> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  if (magic !== MAGIC) throw new ModelFormatError('magic', MAGIC, JSON.stringify(magic))
  if (bytes.length < PREFIX + DIGEST) {
    throw new ModelFormatError('length', `at least ${PREFIX + DIGEST} bytes`, `${bytes.length}, cut short`)
  }
  const version = view.getUint32(4, true)
  if (version !== VERSION) {
    const hint = version > VERSION ? ', written by a later Runnel: update to read it' : ''
    throw new ModelFormatError('version', String(VERSION), `${version}${hint}`)
  }
  const length = view.getUint32(8, true)
  if (length !== bytes.length) {
    const hint = bytes.length < length ? ', cut short' : ''
    throw new ModelFormatError('length', `${length} bytes`, `${bytes.length}${hint}`)
  }
  const digest = hex(await sha256(bytes.subarray(0, -DIGEST)))
  const stated = hex(bytes.subarray(-DIGEST))
  if (digest !== stated) throw new ModelFormatError('sha256', stated, `${digest}: the file was altered`)

  const payload = PREFIX + view.getUint32(12, true)
  const { config, arrays } = readHeader(bytes.subarray(PREFIX, payload))
  const weights: Record<string, WeightArray> = {}
  let offset = payload
  for (const { name, shape } of arrays) {
    const size = shape.reduce((product, side) => product * side, 1)
    if (!(offset + size * 4 <= bytes.length - DIGEST)) {
      throw new ModelFormatError(name, `${size} numbers`, 'fewer')
    }
    const values = new Float32Array(size)
    for (let i = 0; i < size; i++, offset += 4) values[i] = view.getFloat32(offset, true)
    weights[name] = { shape, values }
  }
  const rest = bytes.length - DIGEST - offset
  if (rest !== 0) throw new ModelFormatError('length', 'nothing behind the arrays', `${rest} bytes`)
  checkWeights({ config, weights })
  return { config, weights, sha256: digest }
}

interface Header {
  config: ModelConfig
  arrays: { name: string; shape: number[] }[]
}

/** The header, if it is one that `encodeModel` could have written. @throws ModelFormatError */
const readHeader = (bytes: Uint8Array): Header => {
  try {
    const { config, arrays } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Header
    const shapes = weightShapes(config)
    if (arrays.length > Object.keys(shapes).length) throw new Error('an array twice')
    if (!arrays.every(({ shape }) => shape.every(Number.isInteger))) throw new Error('shape')
    if (arrays.some(({ name, shape }) => shapes[name]?.join() !== shape.join())) throw new Error('arrays')
    return { config, arrays }
  } catch (cause) {
    if (ModelFormatError.isInstance(cause)) throw cause
    throw new ModelFormatError('header', 'the configuration of a net and its arrays', 'something else', {
      cause,
    })
  }
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
