export { createDecipherer, type Decipherer, type DecipherOptions } from './decipherer.ts'
export { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from './errors.ts'
export { affineKeys } from './keys/affine.ts'
export { caesarKeys } from './keys/caesar.ts'
export { enumerateKeys } from './keys/enumerate-keys.ts'
export { keySpaces } from './keys/index.ts'
export { joinKeySpaces } from './keys/join-key-spaces.ts'
export type { CandidateKey, KeySpace } from './keys/key-space.ts'
export { atbashKeys, plainKeys, rot47Keys } from './keys/keyless.ts'
export {
  type ChunkSource,
  type DecipherIterator,
  decipherEventIterable,
  decipherIterable,
} from './pipelines/iterables.ts'
export {
  createDecipherEventStream,
  createDecipherStream,
  type DecipherStream,
  finalText,
  type PipelineOptions,
} from './pipelines/streams.ts'
export type { DecipherEvent, DoneEvent, FinalEvent, InterimEvent, KeyEvent } from './session/events.ts'
export type { DecipherSession } from './session/session.ts'
export { type LiveOptions, type WatchMode, watchModes } from './settling/live-options.ts'
