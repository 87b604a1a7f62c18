import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ratioOf, summarise } from '../statistics.ts'
import { cases } from './cases.ts'
import { bundleService, bundleServiceOf, startupTime } from './deployment.ts'
import { type Cost, type Costs, measureCases } from './measure-cases.ts'
import { measureSought } from './measure-sought.ts'

/*
 * npm run bench -- edge [--rounds 5] [--beside CHECKOUT] [--no-write]: what the service costs on workerd: characters for
 * 10 ms of CPU, HTTP beside the process alone, bytes, start-up; written to docs/edge-costs.md. CPU is read from /proc: Linux
 * alone. The service of another checkout, whose packages are installed, is measured by turns with this one.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    beside: { type: 'string' },
    'no-write': { type: 'boolean', default: false },
  },
})

/** Requests of each kind whose key is sought. */
const SOUGHT = 12

const deployment = bundleService()
const startups = summarise(Array.from({ length: 3 }, startupTime))
const beside = values.beside === undefined ? undefined : bundleServiceOf(values.beside)
const costs = await measureCases(cases(), Number(values.rounds), beside)
const sought = await measureSought(deployment, SOUGHT)

const whole = (value: number): string => Math.round(Number(value.toPrecision(3))).toLocaleString('en')
const per10ms = (characters: number, { cpu }: Cost): string => whole((characters * 10) / cpu.median)
const row = ({ case: { name }, characters, http, workerd, node, other }: Costs): string => {
  const before = other ? [per10ms(characters, other), ratioOf(other.cpu, http.cpu).toFixed(1)] : []
  return `| ${[name, ...[http, workerd, node].map((cost) => per10ms(characters, cost)), ...before].join(' | ')} |`
}
const ratioRow = ({ case: { name }, characters, http, workerd }: Costs): string => {
  const ratio = ratioOf(http.wall, workerd.wall)
  const ofCpu = ratioOf(http.cpu, workerd.cpu)
  const times = [http, workerd].map(({ wall }) => ((wall.median * (1 << 20)) / characters).toFixed(0))
  return `| ${name} | ${times.join(' | ')} | ${ratio.toFixed(2)} | ${ofCpu.toFixed(2)} | ${ratio <= 1.5 ? 'yes' : 'no'} |`
}

const text = `# What the service costs

Written by \`npm run bench -- edge\`. ${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}, workerd as
wrangler brings it. Medians of ${values.rounds} rounds, places by turns. The machine's load was ${loadavg()[0].toFixed(1)} at the
end: about 1 is this bench alone. CPU is that of workerd's process, every thread of it, compilation and garbage
collection included, read from outside: inside a Worker the clock stands still while it computes.

## Characters for 10 ms of CPU

10 ms is what a request may take on the free plan. *Over HTTP* counts all that workerd does for a request;
*in workerd* and *in Node* are sessions alone.${beside ? ' *The other service* is that of `--beside CHECKOUT`, by turns with this one.' : ''}

| | over HTTP | in workerd | in Node |${beside ? ' the other service over HTTP | times as many |' : ''}
| --- | ---: | ---: | ---: |${beside ? ' ---: | ---: |' : ''}
${costs.map(row).join('\n')}

*Searching* is what a message costs before its key is found, and what text costs that no key explains. *Locked* is a
long stream whose key is found: \`watch\` says how closely it is watched for another.

## Keys that are sought

Milliseconds of CPU over HTTP of a request of 400 letters under a key of eight that repeats, the cipher named: median and the most of
${SOUGHT} requests, each of a text and a key of its own.

| | text | median | at most |
| --- | --- | ---: | ---: |
${sought.map(({ cipher, layout, cpu }) => `| ${cipher} | ${layout} | ${[cpu.median, Math.max(...cpu.values)].map((ms) => ms.toFixed(0)).join(' | ')} |`).join('\n')}

## HTTP beside the process alone

Milliseconds of wall time for 1 MiB, and the ratio of the same rounds; that of CPU does not depend on what else the
machine does.

| | over HTTP | in workerd | ratio | of CPU | at most 1.5 |
| --- | ---: | ---: | ---: | ---: | --- |
${costs
  .filter((cost) => cost.case.long)
  .map(ratioRow)
  .join('\n')}

## Bytes and start-up

| | measured | asked |
| --- | ---: | ---: |
| bundle, gzipped | ${whole(deployment.gzipped)} bytes | at most 1,000,000 |
| bundle | ${whole(deployment.bytes)} bytes | |
| busy while starting, by \`wrangler check startup\` | ${startups.median.toFixed(0)} ms | below 1,000 |
`
console.log(text)
if (!values['no-write']) writeFileSync(path.join(import.meta.dirname, '../../../../docs/edge-costs.md'), text)
