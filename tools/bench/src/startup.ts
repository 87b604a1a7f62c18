import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeModel, quantiseModel } from '@runnel/rnn-model'
import { toKerasFiles } from '@runnel/rnn-model/tfjs'
import * as tf from '@tensorflow/tfjs'
import { rival } from '../rivals/rival.ts'
import { bundleOf } from './bundle.ts'
import { netOf } from './nets.ts'
import { toOnnx } from './onnx/onnx-model.ts'
import { type Rate, summarise } from './statistics.ts'

const units = 128
const tools = path.dirname(import.meta.dirname)

const onnxProgram = (name: string, more = ''): string => `
  const imported = await import(${JSON.stringify(rival(name))})
  const ort = imported.default ?? imported
  ${more}
  const session = await ort.InferenceSession.create(new Uint8Array(onnx), { intraOpNumThreads: 1 })
  const h = new ort.Tensor('float32', new Float32Array(${units}), [1, 1, ${units}])
  await session.run({ ids: new ort.Tensor('int64', BigInt64Array.of(1n), [1, 1]), h })`

const tensorflowProgram = (backend: string): string => `
  const tf = await import(${JSON.stringify(import.meta.resolve('@tensorflow/tfjs'))})
  tf.env().set('IS_TEST', true)
  ${
    backend === 'wasm'
      ? `const { setWasmPaths } = (await import(${JSON.stringify(import.meta.resolve('@tensorflow/tfjs-backend-wasm'))})).default
  setWasmPaths(${JSON.stringify(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')).pathname)})`
      : ''
  }
  await tf.setBackend('${backend}')
  const { modelTopology, weightsManifest } = JSON.parse(keras)
  const weightData = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length)
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }))
  await model.predictOnBatch(tf.oneHot(tf.tensor2d([[1]], [1, 1], 'int32'), 28).toFloat()).data()`

/**
 * Time from the import to the first character of a GRU-128 whose bytes are at hand, in milliseconds: a new
 * process each time, by turns.
 */
export const measureStartup = async (rounds: number): Promise<Map<string, Rate>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-startup-'))
  const at = (name: string): string => path.join(folder, name)
  const net = netOf('gru', units)
  const before = { ...netOf('gru-reset-before', units) }
  tf.env().set('IS_TEST', true)
  await tf.setBackend('cpu')
  const keras = await toKerasFiles(before, { length: 1, batchSize: 1, stateful: true })
  writeFileSync(at('net.runnel'), await encodeModel(quantiseModel(net)))
  writeFileSync(at('net.onnx'), toOnnx(net))
  writeFileSync(at('model.json'), keras.json)
  writeFileSync(at('weights.bin'), keras.weights)
  const { entry, files } = await bundleOf('export { loadModel } from "@runnel/rnn-model"')
  writeFileSync(at('package.json'), '{ "type": "module" }')
  for (const [name, code] of Object.entries(files)) writeFileSync(at(name), code)
  const programs: Record<string, string> = {
    'tfjs-cpu': tensorflowProgram('cpu'),
    'tfjs-wasm': tensorflowProgram('wasm'),
    'onnxruntime-web': onnxProgram('onnxruntime-web', 'ort.env.wasm.numThreads = 1'),
    'onnxruntime-node': onnxProgram('onnxruntime-node'),
    'wasm int8 (default)': `
  const { loadModel } = await import(${JSON.stringify(at(entry))})
  const model = await loadModel(new Uint8Array(runnel))
  model.step(1, model.createState())`,
  }
  const times = new Map<string, number[]>(Object.keys(programs).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, program] of Object.entries(programs)) {
      writeFileSync(
        at('start.mjs'),
        `import { readFileSync } from 'node:fs'
const [runnel, onnx, weights, keras] = ['net.runnel', 'net.onnx', 'weights.bin', 'model.json'].map((name) =>
  readFileSync(${JSON.stringify(folder)} + '/' + name, name === 'model.json' ? 'utf8' : null))
const started = performance.now()
${program}
console.log('ms', performance.now() - started)
process.exit(0)`,
      )
      const { stdout, stderr } = spawnSync(process.execPath, [at('start.mjs')], {
        cwd: tools,
        encoding: 'utf8',
      })
      const time = Number(/ms ([\d.]+)/.exec(stdout)?.[1])
      if (!time) throw new Error(`${name} does not start: ${stderr}`)
      times.get(name)?.push(time)
    }
  }
  return new Map([...times].map(([name, values]) => [name, summarise(values)]))
}
