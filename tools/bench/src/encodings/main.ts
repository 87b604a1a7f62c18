import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createDecodingStream, encodings } from '@runnel/core/encodings'
import { summarise } from '../statistics.ts'
import { BOUNDED, sampleIn } from './samples.ts'

/*
 * npm run bench -- encodings [--only NAME,…] [--rounds 5] [--megabytes 10] [--text FILE] [--no-write]: the speed of each
 * decoder over chunks of 64 KB, and what it holds; written to docs/bench-encodings.md.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    megabytes: { type: 'string', default: '10' },
    text: { type: 'string' },
    row: { type: 'string' },
    'no-write': { type: 'boolean', default: false },
  },
})
const root = path.join(import.meta.dirname, '../../../..')
const docs = path.join(root, 'docs')
const texts = values.text === undefined ? readdirSync(docs).filter((name) => name.endsWith('.md')) : []
const text =
  values.text === undefined
    ? texts.map((name) => readFileSync(path.join(docs, name), 'utf8')).join('')
    : readFileSync(values.text, 'utf8')
const bytes = Number(values.megabytes) * 1_000_000

/** Decodes chunks. @returns seconds of CPU, units that came out, and numbers of the state after a tenth and at the end */
const decode = (name: string, chunks: readonly string[]) => {
  const stream = createDecodingStream(encodings[name](), undefined, {
    asBytes: encodings[name]().carries === 'bytes',
  })
  const before = process.cpuUsage()
  let units = 0
  for (const chunk of chunks) units += stream.push(chunk).length
  units += stream.flush().length
  const { user, system } = process.cpuUsage(before)
  if (stream.fault) throw stream.fault
  return { seconds: (user + system) / 1e6, units }
}

/** Numbers that a stream saves after its first chunk and its last. */
const heldBy = (name: string, chunks: readonly string[]): [early: number, late: number] => {
  const stream = createDecodingStream(encodings[name]())
  stream.push(chunks[0])
  const early = stream.save().length
  for (const chunk of chunks.slice(1)) stream.push(chunk)
  return [early, stream.save().length]
}

const rowOf = (name: string): string => {
  const chunks = sampleIn(name, text, bytes)
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const runs = Array.from({ length: Number(values.rounds) }, () => decode(name, chunks))
  const rateOf = (length: (run: { units: number }) => number): string =>
    summarise(runs.map((run) => length(run) / run.seconds / 1e6)).median.toFixed(0)
  const [early, late] = heldBy(name, chunks)
  return `| \`${name}\` | ${(size / 1e6).toFixed(1)} | ${rateOf(() => size)} | ${rateOf(({ units }) => units)} | ${early} | ${late} |`
}

/** The row of an encoding from a process of its own: as a rule a program decodes one or two, not all. */
const rowApart = (name: string): string => {
  console.error(`${name} …`)
  const given = process.argv.slice(2)
  const { stdout } = spawnSync(process.execPath, [process.argv[1], 'encodings', ...given, '--row', name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return stdout.trim()
}

if (values.row !== undefined) {
  console.log(rowOf(values.row))
  process.exit()
}
const names = Object.keys(encodings).filter((name) => !BOUNDED.includes(name))
const rows = names.filter((name) => values.only === '' || values.only.split(',').includes(name)).map(rowApart)
const page = `# What decoders cost

Written by \`npm run bench -- encodings\`. ${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}. The documents of this folder
in each encoding, ${values.megabytes} MB of it in chunks of 64 KB, of what is compressed ${values.megabytes} MB of content, as zlib writes it. MB of CPU
time, the median of ${values.rounds} rounds; characters that went in a second, and bytes or characters that came out, each encoding in a process of its own. Held: 32-bit
numbers that a stream saves after its first chunk and after its last. The machine's load was ${loadavg()[0].toFixed(1)} at the end.
20 MB in a second are asked for, of content where it is compressed: \`gzip\`, \`zlib\`, \`deflate\`. \`encoded-words\` and \`punycode\` hold
each word or label and read it whole; the text of the latter has é for e, so that there are names to read.
\`reversed\` and \`base58\` are read at their end, up to 65,536 and 1,024 characters, and not measured.

| | MB | MB/s in | MB/s out | held early | late |
|---|---:|---:|---:|---:|---:|
${rows.join('\n')}
`
console.log(page)
if (!values['no-write']) writeFileSync(path.join(root, 'docs/bench-encodings.md'), page)
