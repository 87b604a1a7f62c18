import { type LoadOptions, readOptions, usage } from './options.ts'

/*
 * npm run load [-- fuzz | fairness | burst | memory | work | attack | bulk] [options]: prints a report, and puts it into docs/load.md when nothing
 * but its defaults was asked for. ^C ends it in order, with a report of what was reached.
 */
const options = ((): LoadOptions => {
  try {
    const read = readOptions(process.argv.slice(2))
    if (read) return read
    console.log(usage)
    process.exit(0)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
})()

// Loaded only now: a wrong word should not have to wait for it.
const { startWorkerd } = await import('./start-workerd.ts')
const { writeReport } = await import('@runnel/evaluate-tool/report')
const { isApart, runApart, suitesOf } = await import('./suites.ts')
const stopped = new AbortController()
const { signal } = stopped
// What starts workerd ends the whole process at a signal; here a report comes first.
const takeSignals = () => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(name).on(name, () => stopped.abort())
  }
}
const run = async () => {
  if (isApart(options.suite)) return runApart(options, signal, takeSignals)
  const workerd = await startWorkerd(options.storage)
  takeSignals()
  console.error(`The service runs at ${workerd.url}; ^C ends with what is found by then.`)
  return suitesOf(workerd, options, signal)[options.suite]().finally(workerd.stop)
}
const { text, passed } = await run()
console.log(text)
const asDefault = process.argv.slice(2).every((word) => word === options.suite)
if (asDefault && passed && !signal.aborted) writeReport(options.suite, text, 'docs/load.md')
process.exitCode = signal.aborted ? 130 : passed ? 0 : 1
