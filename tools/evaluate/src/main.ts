import { SingleBar } from 'cli-progress'
import { caesar3 } from './caesar-3.ts'
import { english } from './english/english.ts'
import { heads } from './heads/heads.ts'
import { live } from './live/live.ts'
import { liveSpeed } from './live/speed.ts'
import { liveThresholds } from './live/thresholds.ts'
import { markdown, type Report, writeReport } from './report.ts'
import { shiftAny } from './shift-any/shift-any.ts'

/*
 * npm run evaluate -- NAME [options of NAME]
 *
 * Prints a table of accuracy on text that was never trained, validated or tuned on, and puts it into
 * docs/evaluation.md, or the page it belongs to.
 */
type Suite = (advance: (done: number) => void, words: readonly string[]) => Promise<Report | Report[]>
const suites: Record<string, Suite> = {
  'caesar-3': caesar3,
  // --model FILE… measures models that do not ship, beside those that do.
  english,
  // --model FILE measures another net.
  'shift-any': shiftAny,
  // The key inferred while the text arrives; --model FILE, --count N, --no-ngrams.
  live,
  'live-speed': liveSpeed,
  // What its thresholds cost, on the text they are chosen by.
  'live-thresholds': liveThresholds,
  // Trains eight nets first.
  heads,
}

const [name = '', ...words] = process.argv.slice(2)
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
const reports = [await suites[name]((done) => bar.update(done), words).finally(() => bar.stop())].flat()
const text = reports.map((report) => markdown(name, report)).join('\n')
console.log(text)
if (words.length === 0) writeReport(name, text, reports[0].page)
