export { createDecipherer, type Decipherer, type DecipherOptions, type WatchMode } from './decipherer.ts'
export { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from './errors.ts'
export type { DecipherEvent, DoneEvent, FinalEvent, InterimEvent, KeyEvent } from './events.ts'
export {
  type ChunkSource,
  type DecipherIterator,
  decipherEventIterable,
  decipherIterable,
} from './iterables.ts'
export type { DecipherSession } from './session.ts'
export {
  createDecipherEventStream,
  createDecipherStream,
  type DecipherStream,
  finalText,
  type PipelineOptions,
} from './streams.ts'
