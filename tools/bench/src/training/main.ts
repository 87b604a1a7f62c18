import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { LATIN } from '@runnel/core'
import type { ModelConfig } from '@runnel/rnn-model'
import { type Rate, ratioOf, summarise } from '../statistics.ts'
import { BATCH, kernels, LENGTH, type Training, tensorflowFit } from './contenders.ts'

/*
 * npm run bench -- training [--rounds 5] [--no-write] [--narrow]: the trainer's kernels on one thread and on two, and
 * `fit` of TensorFlow.js, taking turns; written to docs/bench-training.md. As `npm run train` has them V8 joins
 * vectors of WebAssembly in pairs; with `--narrow` it does not.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'no-write': { type: 'boolean', default: false },
    narrow: { type: 'boolean', default: false },
  },
})
if (!values.narrow) setFlagsFromString('--experimental-wasm-revectorize')
const nets: [string, number][] = [
  ['simple-rnn', 64],
  ['gru', 128],
  ['gru', 256],
]
const contenders: [string, Training][] = [
  ['tfjs layers, `fit`, wasm', tensorflowFit],
  ['kernels, one thread', kernels(1)],
  ['kernels, two threads', kernels(2)],
]
const configOf = (cell: string, units: number): ModelConfig => ({
  name: 'bench',
  tokenizer: { alphabet: `${LATIN} '0?`, digit: '0', space: ' ', other: '?' },
  input: 'one-hot',
  layers: [{ cell, units }],
  task: { kind: 'language' },
})

const rows: string[] = []
for (const [cell, units] of nets) {
  const rates = contenders.map((): number[] => [])
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [i, [name, train]] of contenders.entries()) {
      console.error(`${cell}-${units}, ${name}, round ${round + 1} …`)
      rates[i].push(await train(configOf(cell, units)))
    }
  }
  const [fit, one, two]: Rate[] = rates.map(summarise)
  const cells = [fit, one, two].map(
    ({ median, spread }) => `${Math.round(median).toLocaleString('en')} ± ${Math.round(100 * spread)} %`,
  )
  const ratios = [ratioOf(one, fit), ratioOf(two, one)].map((ratio) => `${ratio.toFixed(2)}×`)
  rows.push(`| ${cell}-${units} | ${[...cells, ...ratios].join(' | ')} |`)
}
const text = `# How fast the trainer is

Written by \`npm run bench -- training\`. ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}, @tensorflow/tfjs 4.22.0.
Characters a second, medians of ${values.rounds} rounds in which the contenders take turns, with half the distance between the
quartiles; ratios are medians of the ratios of each round. Windows of ${LENGTH}, batches of ${BATCH}, Adam; the GRU of
TensorFlow.js resets before the product. ${values.narrow ? 'Vectors of 128 bits' : 'Vectors of WebAssembly joined in pairs, as `npm run train` has them (`--narrow` leaves them as they are)'}. Load of the machine at the end: ${loadavg()[0].toFixed(1)} (these runs alone make 1 to 2).

| net | ${contenders.map(([name]) => name).join(' | ')} | one thread, of tfjs | two, of one |
|---|---|---|---|---|---|
${rows.join('\n')}
`
console.log(text)
if (!values['no-write']) {
  writeFileSync(path.join(import.meta.dirname, '../../../../docs/bench-training.md'), text)
}
process.exit(0)
