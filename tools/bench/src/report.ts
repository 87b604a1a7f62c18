import { cpus, loadavg } from 'node:os'
import { type NetFindings, type Rates, ways } from './measure.ts'
import type { Size } from './sizes.ts'
import { type Rate, ratioOf } from './statistics.ts'

/** The contender that users get. */
export const defaultEngine = 'wasm int8 (default)'

/** All that one run of the bench found out. */
export interface Findings {
  /** By net, such as `gru-128`. */
  nets: Map<string, NetFindings>
  /** Rates of the default engine in a process of its own, by net and way. */
  alone: Map<string, Map<string, Rate>>
  /** Milliseconds, by contender. */
  startup: Map<string, Rate>
  sizes: Size[]
}

/** A number with three figures. */
export const thousands = (value: number): string =>
  (value < 1000 ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en')

const percent = (part: number): string => `${Math.round(part * 100)} %`

const cell = (rate: Rate | undefined): string =>
  rate ? `${thousands(rate.median)} ± ${percent(rate.spread)}` : '—'

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`

/** A table in Markdown. */
export const table = (head: string[], rows: string[][]): string =>
  [
    row(...head),
    row(...head.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map((cells) => row(...cells)),
  ].join('\n')

/** The fastest C build of a net. */
export const ceilingOf = (rates: Rates): Rate | undefined =>
  [...rates]
    .filter(([name]) => name.startsWith('C,'))
    .map(([, row]) => row.get(ways[1]))
    .filter((rate) => rate !== undefined)
    .sort((a, b) => b.median - a.median)[0]

/** The comparisons that the project holds itself to: what is asked for, and what was measured. */
const targets = ({ nets, alone }: Findings): string[][] => {
  const rows: string[][] = []
  const rateOf = (net: string, contender: string, way: number): Rate | undefined =>
    nets.get(net)?.rates.get(contender)?.get(ways[way])
  /** Nothing is asked where the last argument is missing. */
  const add = (what: string, measured: number, show: (ratio: number) => string, asked?: number): void => {
    const figure = Number.isNaN(measured) ? '—' : show(measured)
    if (asked === undefined) rows.push([what, '—', figure, '—'])
    else if (Number.isNaN(measured)) rows.push([what, show(asked), figure, 'not measured'])
    else rows.push([what, show(asked), figure, measured >= asked ? 'yes' : 'no'])
  }
  const times = (ratio: number): string => `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(2)}×`
  const [int16, int8] = ['wasm int16', defaultEngine]
  for (const net of ['gru-128', 'gru-256', 'lstm-256']) {
    const asked = (ratio: number) => (net.startsWith('gru') ? ratio : undefined)
    const ceiling = ceilingOf(nets.get(net)?.rates ?? new Map())
    add(`${net}: wasm float32 of C`, ratioOf(rateOf(net, 'wasm float32', 1), ceiling), percent, asked(0.5))
    add(`${net}: wasm int16 of C`, ratioOf(rateOf(net, int16, 1), ceiling), percent, asked(0.6))
    add(`${net}: wasm int8 of C`, ratioOf(rateOf(net, int8, 1), ceiling), percent, asked(1.1))
    const node = (way: number) => ratioOf(rateOf(net, int8, way), rateOf(net, 'onnxruntime-node', way))
    add(`${net}: default against onnxruntime-node, 1 a call`, node(0), times, asked(8))
    add(`${net}: default against onnxruntime-node, 256 a call`, node(1), times, asked(1.2))
  }
  for (const [net, asked] of [
    ['simple-rnn-64', 500],
    ['gru-128', 240],
    ['gru-256', 140],
    ['lstm-256', undefined],
  ] as const) {
    add(
      `${net}: default against tfjs-wasm layers, 1 a call`,
      ratioOf(rateOf(net, int8, 0), rateOf(net, 'tfjs-wasm layers', 0)),
      times,
      asked,
    )
    add(
      `${net}: default against tfjs-wasm ops, 1 a call`,
      ratioOf(rateOf(net, int8, 0), rateOf(net, 'tfjs-wasm ops', 0)),
      times,
    )
    add(
      `${net}: default, 1 a call of 256 a call, the only engine in its process`,
      ratioOf(alone.get(net)?.get(ways[0]), alone.get(net)?.get(ways[1])),
      percent,
      asked ? 0.95 : undefined,
    )
    add(
      `${net}: the same beside all other contenders`,
      ratioOf(rateOf(net, int8, 0), rateOf(net, int8, 1)),
      percent,
    )
  }
  add(
    'gru-256: default, 26 streams of one',
    ratioOf(rateOf('gru-256', int8, 2), rateOf('gru-256', int8, 1)),
    times,
    1.1,
  )
  return rows
}

/** The report in Markdown. */
export const report = (findings: Findings, options: { rounds: number; milliseconds: number }): string => {
  const { nets, startup, sizes } = findings
  const rates = [...nets].map(
    ([net, { rates, sessionBytes }]) =>
      `### ${net}\n\n${table(
        ['characters a second', ...ways, 'bytes a session'],
        [...rates].map(([name, row]) => [
          name,
          ...ways.map((way) => cell(row.get(way))),
          sessionBytes.has(name) ? thousands(sessionBytes.get(name) ?? 0) : '—',
        ]),
      )}`,
  )
  return `# How fast, small and quick to start the engine is

Written by \`npm run bench\`. ${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}, V8 ${process.versions.v8}.
Medians of ${options.rounds} rounds of ${options.milliseconds} ms in one process, contenders by turns; ± is half the distance
between the quartiles. The machine's load was ${loadavg()[0].toFixed(1)} at the end: about 1 is this bench alone. Ratios are
medians of the ratios of each round. One thread each, 28 symbols, softmax included, hidden state carried.

- *1 a call*: one stream, one character a call. *256 a call*: whole chunks. *26* and *64 streams*: one character
  of each a call.
- *tfjs layers* are its recurrent layers, stateful: a GRU that resets before the product only, one model a stream.
  *tfjs ops* is the same net as Runnel's, written by hand in its operations.
- C is float32 at \`-O3 -march=native\`, the same layout and functions, vectors of three widths.
- Bytes a session: on the JavaScript heap and in the kernels; for tfjs its tensors, weights among them.

![Characters a second](bench.svg)

${rates.join('\n\n')}

## Against what was asked for

${table(['comparison', 'asked', 'measured', 'reached'], targets(findings))}

## From the import to the first character

A GRU-128 whose bytes are at hand, in a new process.

${table(
  ['contender', 'ms'],
  [...startup].map(([name, { median, spread }]) => [name, `${median.toFixed(1)} ± ${percent(spread)}`]),
)}

## Bytes, minified and gzipped

${table(
  ['contender', 'script', 'WebAssembly or native code beside it'],
  sizes.map(({ contender, script, beside }) => [
    contender,
    script.toLocaleString('en'),
    beside ? beside.toLocaleString('en') : '—',
  ]),
)}
`
}
