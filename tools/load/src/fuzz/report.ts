import { loadavg } from 'node:os'
import type { FuzzFindings, FuzzOptions } from './fuzz.ts'

/** Faults that are shown; of many alike, the first say enough. */
const SHOWN = 30

const list = <K>(counts: Map<K, number>, name: (key: K) => string): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, number]) => `${name(key)} ${number.toLocaleString('en')}`)
    .join(', ')

/** The report in Markdown, and whether nothing broke. */
export const fuzzMarkdown = (
  findings: FuzzFindings,
  { seed, from, requests }: FuzzOptions,
): { text: string; passed: boolean } => {
  const { sent, answers, faults, bits, byPlatform, next, milliseconds } = findings
  const total = [...sent.values()].reduce((sum, number) => sum + number, 0)
  const text = [
    '## Attacks',
    '',
    '| | |',
    '|---|---|',
    `| sent | ${list(sent, (kind) => kind)} |`,
    `| answered with | ${list(answers, (status) => (status === 0 ? 'nothing' : String(status)))} |`,
    `| single-bit changes of good tokens | ${bits.toLocaleString('en')} |`,
    `| of the answers, given by workerd itself to what is no HTTP or has no host | ${byPlatform.toLocaleString('en')} |`,
    `| 5xx, crashes, sessions of others read or changed, internals told | ${faults.length} |`,
    '',
    ...faults.slice(0, SHOWN).map((fault) => `- ${fault}`),
    ...(faults.length > SHOWN ? [`- and ${faults.length - SHOWN} more`] : []),
    `\`npm run load -- fuzz\`, ${total.toLocaleString('en')} requests of seed ${seed}${from > 0 ? ` from number ${from}` : ''} in ${Math.round(milliseconds / 1000)} s; the machine's load was ${loadavg()[0].toFixed(1)} at the end.`,
    ...(next < from + requests ? ['', `It was stopped; it goes on with \`--from ${next}\`.`] : []),
    '',
  ]
  return { text: text.join('\n'), passed: faults.length === 0 }
}
