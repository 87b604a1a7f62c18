/*
 * npm run bench [-- SUITE] [options of the suite]
 *
 * engine, which is measured unless another is named: Runnel's engine beside others; training: the trainer beside
 * TensorFlow.js; overhead: what operators and streams cost; edge: what the service costs in CPU, bytes and
 * start-up; encodings: the speed of each decoder; graph: a net that others made, beside ONNX Runtime.
 */
const suites: Record<string, () => Promise<unknown>> = {
  engine: () => import('./engine.ts'),
  training: () => import('./training/main.ts'),
  overhead: () => import('./overhead/main.ts'),
  edge: () => import('./edge/main.ts'),
  encodings: () => import('./encodings/main.ts'),
  graph: () => import('./graph/main.ts'),
}
const [name = 'engine'] = process.argv.slice(2)
if (Object.hasOwn(suites, name)) {
  process.argv.splice(2, 1)
  await suites[name]()
} else if (name.startsWith('-')) {
  await suites.engine()
} else {
  console.error(
    `npm run bench -- SUITE: expected one of ${Object.keys(suites).join(', ')}, received "${name}"`,
  )
  process.exitCode = 2
}
