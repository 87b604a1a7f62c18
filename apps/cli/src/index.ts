export type { ConsoleStreams } from './console-streams.ts'
export { type Axis, type LineChart, lineChart, type Series } from './line-chart.ts'
export { run } from './run.ts'
export type { TrainingRecord } from './training-files.ts'
