import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Comparison, compare, subjects } from './measure.ts'

/*
 * npm run bench -- overhead [--rounds 15] [--no-write]: what operator, streams and
 * iterables cost over the session itself; written to docs/overhead.md.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    'no-write': { type: 'boolean', default: false },
  },
})

/** The most that is asked for, by length of chunk. */
const asked: Record<number, number> = { 4096: 1.05, 1: 2 }
const held = ['RxJS operator', 'transform stream']

const table = ({ what, chunk, costs, piped }: Comparison): string => {
  const rows = costs.map(({ way, perChunk, ratio }) => {
    const verdict = held.includes(way) ? (ratio <= asked[chunk] ? 'yes' : 'no') : ''
    return `| ${way} | ${perChunk.median.toPrecision(3)} | ${ratio.toFixed(3)} | ${verdict} |`
  })
  const title = `### ${what}, ${chunk === 1 ? 'single characters' : `chunks of ${chunk}`}`
  const head = `| | µs a chunk | of the session | at most ${asked[chunk]} |\n| --- | ---: | ---: | --- |`
  const pipes = `Piped, ${piped.toFixed(3)} of what the same source takes with the session called for what it gives.`
  return `${title}\n\n${head}\n${rows.join('\n')}\n\n${pipes}`
}

/** UTF-16 units that each of the subjects reads in a round, by length of chunk: fewer of those that take longer. */
const units: Record<number, number[]> = {
  4096: [2_097_152, 65_536, 16_384, 8192],
  1: [131_072, 32_768, 16_384, 8192],
}

const comparisons: Comparison[] = []
for (const chunk of [4096, 1]) {
  for (const [index, subject] of (await subjects()).entries()) {
    console.error(`${subject[0]}, chunks of ${chunk} …`)
    comparisons.push(
      await compare(subject, { chunk, units: units[chunk][index], rounds: Number(values.rounds) }),
    )
  }
}
const text = `# What operator and streams cost

Written by \`npm run bench -- overhead\`. ${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}.
Medians of ${values.rounds} rounds with ways by turns in one process; ratios are medians of the
ratios of each round. The machine's load was ${loadavg()[0].toFixed(1)} at the end: about 1 is this bench alone.

Each way gives the same text. Chunks are written one by one, each when the one before was taken, while somebody reads.
What the runtime's own streams cost that way is told beside: an *empty WritableStream* takes each text and drops it, an
*empty TransformStream* passes it on, and a *pair that never waits* is a ReadableStream and a WritableStream with the
session between them and nothing else, no backpressure and no end but the right one. A *source stream* is one that
gives each chunk when it is asked, so the last two rows have its cost in them.

Per chunk, an operator costs about half a microsecond and a stream about one, whatever is deciphered, so with single
characters the ratio is set by how long the net takes for one. SimpleRNN-64 takes less than half a microsecond, and for
it no stream can cost as little as is asked: waiting for a write that does nothing takes longer than the net, before
anything is read. Nor can the outputs of several writes go out together: a write is done when a read took its text, as
the [Web Platform Tests](web-platform-tests.md) want it, so that each character costs a write and a read. A source of
single characters is best gathered before it is written: the cost is one of chunks, not of characters.

${comparisons.map(table).join('\n\n')}
`
console.log(text)
if (!values['no-write']) writeFileSync(path.join(import.meta.dirname, '../../../../docs/overhead.md'), text)
