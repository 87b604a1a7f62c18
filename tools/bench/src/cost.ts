import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Arithmetic,
  decodeModel,
  type Engine,
  loadWasmEngine,
  type ModelDefinition,
  quantiseModel,
} from '@runnel/rnn-model'
import { createModel, typedArrayEngine } from '@runnel/rnn-model/typed-array'

/*
 * Measures bits per character under each arithmetic: a model that foretells the next symbol reads a text.
 * Run: node tools/bench/src/cost.ts MODEL TEXT [--characters 300000]
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { characters: { type: 'string', default: '300000' } },
})
const [modelFile, textFile] = positionals
const definition = await decodeModel(readFileSync(modelFile))
const quantised = quantiseModel(definition)
const wasm = (arithmetic: Arithmetic): Promise<Engine> => loadWasmEngine({ arithmetic })
const { tokenizer } = createModel(definition, 'id')
const ids = tokenizer.encode(readFileSync(textFile, 'utf8').slice(0, Number(values.characters) + 1))

interface Outcome {
  bits: number
  /** Most probable symbol after each character. */
  best: Uint16Array
}

const read = (net: ModelDefinition, engine: Engine): Outcome => {
  const model = createModel(net, 'id', engine, { output: 'log-probabilities' })
  const { vocabulary } = model.tokenizer
  const state = model.createState()
  const out = new Float32Array(1000 * vocabulary)
  const best = new Uint16Array(ids.length)
  let nats = 0
  for (let from = 0; from + 1 < ids.length; from += 1000) {
    const chunk = ids.subarray(from, Math.min(from + 1000, ids.length - 1))
    model.run(chunk, state, out)
    for (let t = 0; t < chunk.length; t++) {
      nats -= out[t * vocabulary + ids[from + t + 1]]
      const row = out.subarray(t * vocabulary, (t + 1) * vocabulary)
      best[from + t] = row.indexOf(Math.max(...row))
    }
  }
  return { bits: nats / Math.LN2 / (ids.length - 1), best }
}

const exact = read(definition, typedArrayEngine)
console.log(
  `${ids.length - 1} characters, ${exact.bits.toFixed(5)} bits each in float64 sums and float32 weights`,
)
const cases: [string, ModelDefinition, Engine][] = [
  ['float32 weights, float32', definition, await wasm('float32')],
  ['float32 weights, int16', definition, await wasm('int16')],
  ['8-bit weights, float32', quantised, await wasm('float32')],
  ['8-bit weights, int16', quantised, await wasm('int16')],
  ['8-bit weights, int8 (default)', quantised, await wasm('int8')],
]
for (const [name, net, engine] of cases) {
  const { bits, best } = read(net, engine)
  const same = best.reduce((sum, symbol, t) => sum + (symbol === exact.best[t] ? 1 : 0), 0) / best.length
  console.log(
    `${name}: ${(bits - exact.bits).toFixed(5)} bits more, ${(100 * same).toFixed(2)} % of choices the same`,
  )
}
