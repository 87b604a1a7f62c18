import { cpus, loadavg } from 'node:os'
import type { LoadOptions } from '../options.ts'
import { quantile } from '../statistics.ts'
import type { FairnessFindings } from './tally.ts'

/** Milliseconds, at the 99th percentile, in which others are to be answered. */
const MOST = 250

const count = (value: number): string => Math.round(value).toLocaleString('en')
const quantiles = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99, 1].map((part) => count(quantile(values, part))).join(', ')

/** The report in Markdown, and whether nobody was held up. */
export const fairnessMarkdown = (
  findings: FairnessFindings,
  { clients, seed }: Pick<LoadOptions, 'clients' | 'seed'>,
): { text: string; passed: boolean } => {
  const {
    quiet,
    health,
    healthWork,
    chunks,
    chunksWork,
    refusals,
    refusalsWork,
    answers,
    letters,
    faults,
    memory,
    milliseconds,
    work,
    clientWork,
  } = findings
  const megabytes = memory.map(({ bytes }) => bytes / 1024 / 1024)
  const half = megabytes.slice(Math.floor(megabytes.length / 2))
  const passed = faults.length === 0 && quantile(health, 0.99) <= MOST && quantile(chunks, 0.99) <= MOST
  const text = [
    `## ${clients} clients with what nothing explains`,
    '',
    '| | |',
    '|---|---|',
    `| \`/health\` before: p50, p95, p99, most | ${quantiles(quiet)} ms |`,
    `| \`/health\` meanwhile: p50, p95, p99, most (of ${count(health.length)}) | ${quantiles(health)} ms |`,
    `| of that, CPU of workerd | ${quantiles(healthWork)} ms |`,
    `| a chunk of ${count(chunks.length)} of English sessions: p50, p95, p99, most | ${quantiles(chunks)} ms |`,
    `| of that, CPU of workerd | ${quantiles(chunksWork)} ms |`,
    `| a refusal: p50, p95, p99, most (of ${count(refusals.length)}) | ${quantiles(refusals)} ms |`,
    `| of that, CPU of workerd | ${quantiles(refusalsWork)} ms |`,
    `| answers to those clients | ${[...answers].map(([name, number]) => `${name} ${count(number)}`).join(', ')} |`,
    `| cores that workerd and the clients had | ${[work, clientWork].map((used) => (used / milliseconds).toFixed(2)).join(', ')} |`,
    `| letters of theirs that were read, a second | ${count((letters / milliseconds) * 1000)} |`,
    `| memory of workerd: at first, halfway, at the end, at the most | ${[megabytes[0], half[0], megabytes.at(-1), Math.max(...megabytes)].map((value) => `${count(value ?? Number.NaN)} MiB`).join(', ')} |`,
    ...(megabytes.length > 12
      ? [
          `| the same, each minute | ${megabytes
            .filter((_, at) => at % 6 === 0)
            .map(count)
            .join(', ')} MiB |`,
        ]
      : []),
    `| faults: of /health, 5xx of the service's own, sessions of English that were not as they should be, lines of error in its log | ${faults.length} |`,
    '',
    ...faults.slice(0, 10).map((fault) => `- ${fault}`),
    `\`npm run load -- fairness\`, ${count(milliseconds / 1000)} s, seed ${seed}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, all clients and the service on the same machine; its load was ${loadavg()[0].toFixed(1)} at the end.`,
    '',
  ]
  return { text: text.join('\n'), passed }
}
