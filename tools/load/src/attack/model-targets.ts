import type { Random } from '@runnel/core'
import { loadCounts } from '@runnel/decipher'
import { findCounts } from '@runnel/models'
import { encodeModel, loadModel } from '@runnel/rnn-model'
import { fromKeras, fromOnnx, fromPyTorch, readSafetensors } from '@runnel/rnn-model/convert'
import {
  countAllocated,
  damageBytes,
  damageJson,
  onnxFixtures,
  pytorchFixtures,
  randomNet,
  safetensorsFile,
  sign,
  smallConfig,
} from '@runnel/rnn-model/testing'
import type { FileTarget } from './file-target.ts'
import { kerasFixture } from './keras-fixture.ts'

/** Bytes before the header of a sealed file, and where lengths of file and header stand. */
const [PREFIX, LENGTH, HEADER] = [16, 8, 12]

/** Files of models: our own, those of Keras and tfjs, ONNX and safetensors. */
export const modelTargets = async (): Promise<FileTarget[]> => [
  ...(await Promise.all(
    ['simple-rnn', 'gru', 'lstm'].map(async (cell) => {
      const whole = await encodeModel(randomNet(smallConfig(3, 'one-hot', "ab '0?", [cell]), 1))
      return sealedTarget(`.runnel, ${cell}`, whole, async (bytes) => {
        const model = await loadModel(bytes)
        model.step(1, model.createState())
      })
    }),
  )),
  sealedTarget('.runnel, counts', await countsFile(), loadCounts),
  ...onnxFixtures().map(
    ([cell, whole]): FileTarget => ({
      name: `ONNX, ${cell}`,
      damage(random) {
        const bytes = damageBytes(whole, random)
        return converting(bytes.length, () => fromOnnx(bytes, ofOnnx))
      },
    }),
  ),
  ...pytorchFixtures().map(
    ([cell, whole]): FileTarget => ({
      name: `safetensors, ${cell}`,
      damage(random) {
        const bytes = random.integer(2) === 0 ? damageBytes(whole, random) : damageHeader(whole, random)
        const options = { cell: cell as 'gru', embedding: 'embed', recurrent: 'rnn', output: 'head' }
        return converting(bytes.length, () => fromPyTorch(readSafetensors(bytes), ofPyTorch, options))
      },
    }),
  ),
  kerasTarget(),
]

const countsFile = async (): Promise<Uint8Array> => {
  const { base64 } = await findCounts('english')
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

const { layers: _, ...description } = smallConfig()
const ofOnnx = {
  ...description,
  tokenizer: { alphabet: 'abcdefghijklmnopqrstuvwxyz ', digit: ' ', space: ' ', other: ' ' },
}
const ofPyTorch = { ...description, tokenizer: { alphabet: "ab '0?", digit: '0', space: ' ', other: '?' } }

/** A sealed file, damaged as it is, or within its seal. */
const sealedTarget = (name: string, whole: Uint8Array, read: (bytes: Uint8Array) => unknown): FileTarget => ({
  name,
  async damage(random) {
    const bytes = random.integer(4) === 0 ? damageBytes(whole, random) : await resealed(whole, random)
    return { bytes: bytes.length, read: () => read(bytes) }
  },
})

/** A sealed file whose header or payload was damaged, with true lengths and a true digest. */
const resealed = (whole: Uint8Array, random: Random): Promise<Uint8Array> => {
  const end = PREFIX + new DataView(whole.buffer, whole.byteOffset).getUint32(HEADER, true)
  const [header, payload] = [whole.subarray(PREFIX, end), whole.subarray(end, -32)]
  const inHeader = random.integer(2) === 0
  const json = new TextDecoder().decode(header)
  const text = random.integer(3) === 0 ? damageBytes(header, random) : utf8(damageJson(json, random))
  const [first, second] = inHeader ? [text, payload] : [header, damageBytes(payload, random)]
  const bytes = new Uint8Array(PREFIX + first.length + second.length + 32)
  bytes.set(whole.subarray(0, PREFIX))
  bytes.set(first, PREFIX)
  bytes.set(second, PREFIX + first.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(LENGTH, bytes.length, true)
  view.setUint32(HEADER, first.length, true)
  return sign(bytes)
}

const damageHeader = (whole: Uint8Array, random: Random): Uint8Array => {
  const start = 8 + Number(new DataView(whole.buffer).getBigUint64(0, true))
  const header = new TextDecoder().decode(whole.subarray(8, start))
  const bytes = safetensorsFile(damageJson(header, random), whole.length - start)
  bytes.set(whole.subarray(start), bytes.length - (whole.length - start))
  return bytes
}

const kerasTarget = (): FileTarget => {
  const { json, weights } = kerasFixture()
  return {
    name: 'Keras and tfjs',
    damage(random) {
      const damaged = random.integer(4) > 0 ? damageJson(json, random) : json
      const bytes = random.integer(2) === 0 ? damageBytes(weights, random) : weights
      return converting(bytes.length + damaged.length, () =>
        fromKeras({ json: damaged, weights: bytes }, description),
      )
    },
  }
}

/** A conversion, which may allocate twice the size of what it converts. */
const converting = (size: number, convert: () => unknown) => ({
  bytes: size,
  read() {
    const { result, bytes } = countAllocated(() => {
      try {
        return { value: convert() }
      } catch (error) {
        return { error }
      }
    })
    if (bytes > 2 * size + 4096) throw new RangeError(`${bytes} bytes were allocated for ${size}`)
    if ('error' in result) throw result.error
  },
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
