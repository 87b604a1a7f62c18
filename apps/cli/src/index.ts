export type { ConsoleStreams } from './console-streams.ts'
export { run } from './run.ts'
export type { TrainingRecord } from './training-files.ts'
