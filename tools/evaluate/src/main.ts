import { SingleBar } from 'cli-progress'
import { caesar3 } from './caesar-3.ts'
import { markdown, type Report, writeReport } from './report.ts'

/*
 * npm run evaluate -- NAME
 *
 * Prints a table of accuracy on text that was never trained, validated or tuned on, and puts it into
 * docs/evaluation.md.
 */
const suites: Record<string, (advance: (done: number) => void) => Promise<Report>> = {
  'caesar-3': caesar3,
}

const [name = ''] = process.argv.slice(2)
if (!Object.hasOwn(suites, name)) {
  console.error(
    `npm run evaluate -- NAME: expected one of ${Object.keys(suites).join(', ')}, received "${name}"`,
  )
  process.exit(2)
}
const bar = new SingleBar({
  stream: process.stderr,
  format: `${name} [{bar}] {percentage} % · {eta_formatted} left`,
})
bar.start(1, 0)
const report = await suites[name]((done) => bar.update(done)).finally(() => bar.stop())
const text = markdown(name, report)
console.log(text)
writeReport(name, text)
