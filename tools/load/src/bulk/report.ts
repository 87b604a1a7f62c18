import { cpus, loadavg } from 'node:os'
import type { BulkFindings, BulkOptions } from './bulk.ts'

const count = (value: number): string => Math.round(value).toLocaleString('en')

/** The report in Markdown, and whether nothing was lost, doubled or wrong. */
export const bulkMarkdown = (findings: BulkFindings, options: BulkOptions) => {
  const { progress, lost, doubled, different, refused, killedAt, milliseconds, cpu } = findings
  const { parts, tally } = progress
  const broken = tally.failed.invalid_option ?? 0
  const rows = [
    ['messages, of these no JSON', `${count(tally.messages)}, ${count(broken)}`],
    ['objects, parts', `${count(progress.objects)}, ${count(parts.all)}`],
    [
      'kills of workerd, and parts that were done by then',
      `${killedAt.length}: ${killedAt.map(count).join(', ')}`,
    ],
    ['parts sent again', count(parts.sentAgain)],
    [
      'messages lost, doubled, other than `/v1/decipher` answers',
      [lost, doubled, different].map(count).join(', '),
    ],
    ['lines of no JSON that failed as such', count(refused)],
    ['deciphered by the tally, letters', `${count(tally.deciphered)}, ${count(tally.letters)}`],
    ['CPU of workerd a message', `${(cpu / tally.messages).toFixed(2)} ms`],
    ['messages a second', count((tally.messages / milliseconds) * 1000)],
  ]
  const text = [
    '## A bucket of messages',
    '',
    '| | |',
    '|---|---:|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `\`npm run load -- bulk\`, seed ${options.seed}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}; the`,
    `machine's load was ${loadavg()[0].toFixed(1)} at the end.`,
    '',
  ].join('\n')
  const passed =
    tally.messages === options.messages &&
    lost + doubled + different === 0 &&
    refused === broken &&
    tally.deciphered + broken === tally.messages &&
    parts.failed === 0
  return { text, passed }
}
