import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { rival } from '../../rivals/rival.ts'
import { bundleOf } from '../bundle.ts'
import { type Rate, summarise } from '../statistics.ts'
import { CONTEXT, FRAME, options, STATE, sileroFile } from './silero.ts'

const onnxProgram = (name: string, more = ''): string => `
  const imported = await import(${JSON.stringify(rival(name))})
  const ort = imported.default ?? imported
  ${more}
  const session = await ort.InferenceSession.create(onnx, { intraOpNumThreads: 1 })
  const floats = (shape) => new ort.Tensor('float32', new Float32Array(shape.reduce((a, b) => a * b)), shape)
  await session.run({
    input: floats([1, ${CONTEXT + FRAME}]),
    state: floats(${JSON.stringify(STATE)}),
    sr: new ort.Tensor('int64', BigInt64Array.of(16000n), []),
  })`

/** Milliseconds from the import to the first frame, the bytes of the file at hand: a new process each time, by turns. */
export const measureStartup = async (rounds: number): Promise<Map<string, Rate>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-graph-'))
  const at = (name: string): string => path.join(folder, name)
  const { entry, files } = await bundleOf(
    'export { createGraph, graphFromOnnx } from "@runnel/rnn-model/graph"',
  )
  writeFileSync(at('package.json'), '{ "type": "module" }')
  for (const [name, code] of Object.entries(files)) writeFileSync(at(name), code)
  const programs: Record<string, string> = {
    graph: `
  const { createGraph, graphFromOnnx } = await import(${JSON.stringify(at(entry))})
  const graph = await createGraph(graphFromOnnx(onnx, ${JSON.stringify(options)}))
  graph.step(new Float32Array(${FRAME}), graph.createState())`,
    'onnxruntime-web': onnxProgram('onnxruntime-web', 'ort.env.wasm.numThreads = 1'),
    'onnxruntime-node': onnxProgram('onnxruntime-node'),
  }
  const times = new Map<string, number[]>(Object.keys(programs).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, program] of Object.entries(programs)) {
      writeFileSync(
        at('start.mjs'),
        `import { readFileSync } from 'node:fs'
const onnx = new Uint8Array(readFileSync(${JSON.stringify(sileroFile('v5'))}))
const started = performance.now()
${program}
console.log('ms', performance.now() - started)
process.exit(0)`,
      )
      const { stdout, stderr } = spawnSync(process.execPath, [at('start.mjs')], { encoding: 'utf8' })
      const time = Number(/ms ([\d.]+)/.exec(stdout)?.[1])
      if (!time) throw new Error(`${name} does not start: ${stderr}`)
      times.get(name)?.push(time)
    }
  }
  return new Map([...times].map(([name, values]) => [name, summarise(values)]))
}
