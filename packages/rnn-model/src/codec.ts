import { builtinModule } from './builtin-module.ts'
import { checkWeights } from './check-weights.ts'
import type { ModelConfig, ModelDefinition, WeightArray } from './config.ts'
import { ModelFormatError } from './errors.ts'
import { MOST_HEADER_BYTES } from './limits.ts'
import { byteLength, type NumberType, readArray, typeOf, writeArray } from './weight-bytes.ts'
import { weightShapes } from './weight-shapes.ts'

/*
 * A model file, all numbers little-endian (docs/model-format.md):
 *    0  magic, 4 bytes: R N N L
 *    4  uint32  version of the format
 *    8  uint32  length of the whole file in bytes
 *   12  uint32  length of the header in bytes, a multiple of 4
 *   16  header: JSON in UTF-8, padded with spaces: { config, arrays: [{ name, shape, type? }] }
 *       the arrays in that order, float32; in version 2 those of type int8 as a float32 scale for each column,
 *       then int8 numbers, padded with zeros to a multiple of 4
 *       SHA-256 of everything before it, 32 bytes
 */
const MAGIC = 'RNNL'
/** Written for nets without int8 weights, and for those with. */
const [PLAIN, QUANTISED] = [1, 2]
const PREFIX = 16
const DIGEST = 32

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
  const json = JSON.stringify({ config, arrays })
  const unpadded = new TextEncoder().encode(json).length
  const header = new TextEncoder().encode(json + ' '.repeat((4 - (unpadded % 4)) % 4))
  const payload = Object.values(weights).reduce(
    (sum, array) => sum + byteLength(array.shape, typeOf(array)),
    0,
  )
  const bytes = new Uint8Array(PREFIX + header.length + payload + DIGEST)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint32(4, arrays.some((array) => array.type) ? QUANTISED : PLAIN, true)
  view.setUint32(8, bytes.length, true)
  view.setUint32(12, header.length, true)
  bytes.set(header, PREFIX)
  let offset = PREFIX + header.length
  for (const array of Object.values(weights)) {
    writeArray(view, offset, array)
    offset += byteLength(array.shape, typeOf(array))
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
  if (version !== PLAIN && version !== QUANTISED) {
    const hint = version > QUANTISED ? ', written by a later Runnel: update to read it' : ''
    throw new ModelFormatError('version', `${PLAIN} or ${QUANTISED}`, `${version}${hint}`)
  }
  const length = view.getUint32(8, true)
  if (length !== bytes.length) {
    const hint = bytes.length < length ? ', cut short' : ''
    throw new ModelFormatError('length', `${length} bytes`, `${bytes.length}${hint}`)
  }
  const headerLength = view.getUint32(12, true)
  if (headerLength > MOST_HEADER_BYTES) {
    throw new ModelFormatError('header', `at most ${MOST_HEADER_BYTES} bytes`, String(headerLength))
  }
  const digest = hex(await sha256(bytes.subarray(0, -DIGEST)))
  const stated = hex(bytes.subarray(-DIGEST))
  if (digest !== stated) throw new ModelFormatError('sha256', stated, `${digest}: the file was altered`)

  const payload = PREFIX + headerLength
  const { config, arrays } = readHeader(bytes.subarray(PREFIX, payload))
  const weights: Record<string, WeightArray> = {}
  let offset = payload
  for (const { name, shape, type = 'float32' } of arrays) {
    const size = byteLength(shape, type)
    if (!(offset + size <= bytes.length - DIGEST)) throw new ModelFormatError(name, `${size} bytes`, 'fewer')
    weights[name] = readArray(view, offset, shape, type)
    offset += size
  }
  const rest = bytes.length - DIGEST - offset
  if (rest !== 0) throw new ModelFormatError('length', 'nothing behind the arrays', `${rest} bytes`)
  checkWeights({ config, weights })
  return { config, weights, sha256: digest }
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

/** By Node's own hash where there is one: Web Crypto takes it twice as long to start, 5 ms in place of 2.5. */
const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const hashes = builtinModule<Hashes>('node:crypto')
  if (hashes) return hashes.createHash('sha256').update(bytes).digest()
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
}

interface Hashes {
  createHash(name: string): { update(bytes: Uint8Array): { digest(): Uint8Array } }
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
