import { cpus, loadavg } from 'node:os'
import { quantile } from '../statistics.ts'
import type { WorkFinding } from './measure-work.ts'
import { UNITS } from './texts.ts'

/** Times the median that a unit of work may take. */
const OUTLIER = 10

/** Milliseconds of CPU below which nothing is said of what a unit takes: all of a request but the text. */
const LITTLE = 40

/** Microseconds of CPU for each step that was charged. */
const price = ({ cpu, charged }: WorkFinding): number => (1000 * cpu) / Math.max(1, charged)

/** The report in Markdown, a row for each way; it passes when no step of work costs ten times the median of all. */
export const workMarkdown = (findings: readonly WorkFinding[]): { text: string; passed: boolean } => {
  const told = findings.filter(({ cpu }) => cpu >= LITTLE)
  const median = quantile(told.map(price), 0.5)
  const faults = told.filter((one) => one.status !== 200 || price(one) > OUTLIER * median)
  const kinds = [...new Set(findings.map(({ text }) => text))]
  const names = [...new Set(findings.map(({ name }) => name))]
  const rowOf = (name: string) => findings.filter((one) => one.name === name)
  const cell = (one: WorkFinding): string => {
    const body = `${Math.round(one.cpu)} / ${short(one.charged)}${one.cpu >= LITTLE ? ` / ${Math.round(price(one))}` : ''}`
    const said = one.status === 200 ? body : `${one.status || 'given up'}: ${body}`
    return faults.includes(one) ? `**${said}**` : said
  }
  const text = [
    `## Work of ${UNITS.toLocaleString('en')} characters`,
    '',
    `Milliseconds of CPU, steps charged, and from ${LITTLE} ms on microseconds a step; the median of these is ${Math.round(median)} µs. In bold: more than ${OUTLIER} times that.`,
    '',
    `| | ${kinds.join(' | ')} |`,
    `|---|${kinds.map(() => '---:|').join('')}`,
    ...names.map((name) => `| \`${name}\` | ${rowOf(name).map(cell).join(' | ')} |`),
    '',
    `\`npm run load -- work\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}; the machine's load was ${loadavg()[0].toFixed(1)} at the end.`,
    '',
  ]
  return { text: text.join('\n'), passed: faults.length === 0 }
}

const short = (steps: number): string => (steps < 10_000 ? String(steps) : `${Math.round(steps / 1000)}k`)
