import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureAlone } from './alone.ts'
import { measureNet } from './measure.ts'
import { shapes } from './nets.ts'
import { plot } from './plot.ts'
import { withTable } from './readme-table.ts'
import { defaultEngine, type Findings, report } from './report.ts'
import { measureSizes } from './sizes.ts'
import { measureStartup } from './startup.ts'

/*
 * npm run bench [-- --rounds 25 --milliseconds 50]: measures, prints the report, and writes it to docs/bench.md
 * with its plot, and its short table to the README.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '25' },
    milliseconds: { type: 'string', default: '50' },
    'no-write': { type: 'boolean', default: false },
  },
})
const turns = { rounds: Number(values.rounds), milliseconds: Number(values.milliseconds) }
const docs = path.join(import.meta.dirname, '../../../docs')

const findings: Findings = { nets: new Map(), alone: new Map(), startup: new Map(), sizes: [] }
console.error('Sizes and start-up …')
findings.sizes = await measureSizes()
findings.startup = await measureStartup(9)
for (const [cell, units] of shapes) {
  console.error(`${cell}-${units} …`)
  findings.nets.set(`${cell}-${units}`, await measureNet(cell, units, turns))
  findings.alone.set(`${cell}-${units}`, measureAlone(defaultEngine, cell, units, turns))
}
const text = report(findings, turns)
console.log(text)
if (!values['no-write']) {
  writeFileSync(path.join(docs, 'bench.md'), text)
  writeFileSync(path.join(docs, 'bench.svg'), plot(findings))
  const readme = path.join(docs, '../README.md')
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), findings))
}
process.exit(0)
