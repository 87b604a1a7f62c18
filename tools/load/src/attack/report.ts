import { cpus, loadavg } from 'node:os'
import type { AttackFindings, AttackOptions } from './attack.ts'

/** Faults that are shown of a part; of many alike, the first say enough. */
const SHOWN = 20

/** The report in Markdown, and whether every law stood. */
export const attackMarkdown = (
  all: AttackFindings,
  { share, seed }: AttackOptions,
): { text: string; passed: boolean } => {
  const rows = all.map(({ part, findings, milliseconds }) => {
    const { done, faults } = findings
    const of = done < part.count ? ` of ${count(part.count)}` : ''
    return `| ${part.title} | ${count(done)}${of} | ${count(faults.length)} | ${count(milliseconds / 1000)} s |`
  })
  const faults = all.flatMap(({ part, findings }) => [
    ...findings.faults.slice(0, SHOWN).map((fault) => `- ${part.title}: ${fault}`),
    ...(findings.faults.length > SHOWN
      ? [`- ${part.title}: and ${findings.faults.length - SHOWN} more`]
      : []),
  ])
  const notes = all
    .filter(({ findings }) => findings.notes !== '')
    .map(({ part, findings }) => `- ${part.title}: ${findings.notes}.`)
  const total = all.reduce((sum, { findings }) => sum + findings.faults.length, 0)
  const text = [
    '## The whole attack',
    '',
    '| | done | faults | took |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
    total === 0 ? 'Every law stood.' : `${count(total)} faults were found:`,
    '',
    ...faults,
    ...(faults.length > 0 ? [''] : []),
    ...notes,
    '',
    `\`npm run load -- attack\`, ${share} % of it, seed ${seed}; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}; the machine's load was ${loadavg()[0]?.toFixed(1)} at the end.`,
    '',
  ]
  return {
    text: text.join('\n'),
    passed: total === 0 && all.every(({ part, findings }) => findings.done >= part.count),
  }
}

const count = (value: number): string => Math.round(value).toLocaleString('en')
