import { cpus, loadavg } from 'node:os'
import type { LoadOptions } from '../options.ts'
import { quantile } from '../statistics.ts'
import type { BurstFindings } from './burst.ts'

/** Milliseconds, at the 99th percentile, in which others are answered, and those that are refused are told so. */
const MOST = 250

const count = (value: number): string => Math.round(value).toLocaleString('en')
const quantiles = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99, 1].map((part) => count(quantile(values, part))).join(', ')

/** The report in Markdown, and whether nobody was held up. */
export const burstMarkdown = (
  { health, healthWork, refusals, refusalsWork, answers, statuses, work, faults }: BurstFindings,
  { bodies, rounds, seed }: Pick<LoadOptions, 'bodies' | 'rounds' | 'seed'>,
): { text: string; passed: boolean } => {
  const isQuick = (times: readonly number[]) => times.length === 0 || quantile(times, 0.99) <= MOST
  const text = [
    `## ${count(bodies)} bodies begun at once, ${rounds} times`,
    '',
    '| | |',
    '|---|---|',
    `| \`/health\` until all have an answer: p50, p95, p99, most (of ${count(health.length)}) | ${quantiles(health)} ms |`,
    `| of that, CPU of workerd | ${quantiles(healthWork)} ms |`,
    `| a refusal with \`Retry-After\`: p50, p95, p99, most (of ${count(refusals.length)}) | ${quantiles(refusals)} ms |`,
    `| of that, CPU of workerd | ${quantiles(refusalsWork)} ms |`,
    `| the head of another answer: p50, p95, p99, most (of ${count(answers.length)}) | ${quantiles(answers)} ms |`,
    `| answers | ${[...statuses].map(([status, number]) => `${status} ${count(number)}`).join(', ')} |`,
    `| CPU of workerd a round, the median: noise, English | ${count(quantile(work.noise, 0.5))}, ${count(quantile(work.English, 0.5))} ms |`,
    `| faults | ${faults.length} |`,
    '',
    ...faults.slice(0, 10).map((fault) => `- ${fault}`),
    `\`npm run load -- burst\`, seed ${seed}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, all clients and the service on the same machine; its load was ${loadavg()[0].toFixed(1)} at the end.`,
    '',
  ]
  return { text: text.join('\n'), passed: faults.length === 0 && isQuick(health) && isQuick(refusals) }
}
