import { cpus, loadavg } from 'node:os'
import type { MemoryFindings } from './memory.ts'

const count = (value: number): string => Math.round(value).toLocaleString('en')

/** KiB a request, over the last third of them. */
const slope = ({ bytes, requests }: MemoryFindings): number => {
  const [from, to] = [bytes.at(-3) ?? Number.NaN, bytes.at(-1) ?? Number.NaN]
  return (to - from) / 1024 / (requests / 3)
}

/** The report in Markdown; a run passes when all requests of a kind were answered alike. */
export const memoryMarkdown = (findings: readonly MemoryFindings[], requests: number) => {
  const rows = findings.map((one) => {
    const [first, ...later] = one.bytes.map((bytes) => count(bytes / 1024 / 1024))
    const answers = [...one.answers].map(([answer, number]) => `${answer}: ${count(number)}`).join(', ')
    return `| ${one.kind.name} | ${count(one.requests)} | ${first} | ${later.join(', ')} | ${slope(one).toFixed(1)} | ${answers} |`
  })
  const text = [
    '## Memory of workerd',
    '',
    '| requests | how many | MiB at first | after each sixth of them | KiB a request, the last third | answered |',
    '|---|---:|---:|---:|---:|---|',
    ...rows,
    '',
    `\`npm run load -- memory --requests ${requests}\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}; the machine's load was ${loadavg()[0].toFixed(1)} at the end.`,
    '',
  ]
  return {
    text: text.join('\n'),
    passed: findings.every(({ answers }) => ![...answers.keys()].some((answer) => /\b5\d\d/.test(answer))),
  }
}
