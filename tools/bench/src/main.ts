/*
 * npm run bench [-- SUITE] [options of the suite]: how fast and how large Runnel is, beside others; engine, unless another is
 * named. Tables go to docs, unless `--no-write`.
 */
interface Suite {
  run(): Promise<unknown>
  /** Sentence of what is measured, and its options beside `--rounds N` and `--no-write`. */
  about: string
}
const suites: Record<string, Suite> = {
  engine: { run: () => import('./engine.ts'), about: "Runnel's engine beside others; --milliseconds N." },
  training: { run: () => import('./training/main.ts'), about: 'The trainer beside TensorFlow.js.' },
  overhead: { run: () => import('./overhead/main.ts'), about: 'What operators and streams cost.' },
  edge: {
    run: () => import('./edge/main.ts'),
    about: 'What the service costs in CPU, bytes and start-up.',
  },
  encodings: {
    run: () => import('./encodings/main.ts'),
    about: 'The speed of each decoder; --only NAME,…, --megabytes N, --text FILE.',
  },
  graph: {
    run: () => import('./graph/main.ts'),
    about: 'A net that others made, beside ONNX Runtime; --seconds N, --frames N, --starts N.',
  },
}
const listed = Object.entries(suites).map(([known, { about }]) => `  ${known.padEnd(10)} ${about}`)
const usage = [
  'npm run bench [-- SUITE] [--rounds N] [--no-write] [options of the suite]',
  '',
  ...listed,
].join('\n')

const [first = 'engine'] = process.argv.slice(2)
const name = first.startsWith('-') ? 'engine' : first
if (process.argv.includes('--help')) console.log(usage)
else if (Object.hasOwn(suites, name)) {
  if (name === first) process.argv.splice(2, 1)
  await suites[name].run().catch((error: Error & { code?: string }) => {
    if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error
    console.error(`${error.message}\n${name}: ${suites[name].about}`)
    process.exitCode = 2
  })
} else {
  console.error(`${usage}\n\nexpected one of these suites, received "${name}"`)
  process.exitCode = 2
}
