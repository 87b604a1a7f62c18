import { ways } from './measure.ts'
import { ceilingOf, type Findings, table, thousands } from './report.ts'

const [from, to] = ['<!-- written by npm run bench -->', '<!-- until here -->']

/** The short table: characters a second of one stream, one character a call, and of whole chunks where marked. */
export const readmeTable = ({ nets }: Findings): string => {
  const rows: [title: string, contender: string, way: number][] = [
    ['tfjs-wasm, layers', 'tfjs-wasm layers', 0],
    ['tfjs-wasm, by hand', 'tfjs-wasm ops', 0],
    ['onnxruntime-node', 'onnxruntime-node', 0],
    ['**Runnel** (`int8`, the default)', 'wasm int8 (default)', 0],
    ['onnxruntime-node, 256 a call', 'onnxruntime-node', 1],
    ['**Runnel**, 256 a call', 'wasm int8 (default)', 1],
    ['**Runnel** (`int16`), 256 a call', 'wasm int16', 1],
  ]
  const figure = (median: number | undefined): string => (median === undefined ? '—' : thousands(median))
  const all = [...nets.values()].map(({ rates }) => rates)
  return table(
    ['characters a second, one stream', ...nets.keys()],
    [
      ...rows.map(([title, contender, way]) => [
        title,
        ...all.map((rates) => figure(rates.get(contender)?.get(ways[way])?.median)),
      ]),
      ['C, float32, fastest of three builds', ...all.map((rates) => figure(ceilingOf(rates)?.median))],
    ],
  )
}

/** The README with that table between its marks. @throws Error when they are not there */
export const withTable = (readme: string, findings: Findings): string => {
  const [start, end] = [readme.indexOf(from), readme.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`README.md: expected ${from} and ${to}`)
  return `${readme.slice(0, start + from.length)}\n${readmeTable(findings)}\n${readme.slice(end)}`
}
