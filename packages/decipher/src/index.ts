export { createDecipherer, type Decipherer, type DecipherOptions } from './decipherer.ts'
export { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from './errors.ts'
export type { DecipherEvent, DoneEvent, FinalEvent, InterimEvent, KeyEvent } from './events.ts'
export {
  type ChunkSource,
  type DecipherIterator,
  decipherEventIterable,
  decipherIterable,
} from './iterables.ts'
export { affineKeys } from './keyspace/affine.ts'
export { caesarKeys } from './keyspace/caesar.ts'
export { enumerateKeys } from './keyspace/enumerate-keys.ts'
export { keySpaces } from './keyspace/index.ts'
export { joinKeySpaces } from './keyspace/join-key-spaces.ts'
export type { CandidateKey, KeySpace } from './keyspace/key-space.ts'
export { atbashKeys, plainKeys, rot47Keys } from './keyspace/keyless.ts'
export { type LiveOptions, type WatchMode, watchModes } from './live-options.ts'
export type { DecipherSession } from './session.ts'
export {
  createDecipherEventStream,
  createDecipherStream,
  type DecipherStream,
  finalText,
  type PipelineOptions,
} from './streams.ts'
