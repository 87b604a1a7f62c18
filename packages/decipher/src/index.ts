export type { CipherKeys } from '@runnel/core'
export { createDecipherer, type Decipherer, type DecipherOptions, type SessionWatch } from './decipherer.ts'
export { SessionEndedError, SnapshotFormatError, SnapshotMismatchError } from './errors.ts'
export type { InSteps } from './in-steps.ts'
export { enumerateKeys } from './keys/enumerate-keys.ts'
export { joinKeySpaces } from './keys/join-key-spaces.ts'
export { type CipherChoice, keyFamilies, type NamedKeys } from './keys/key-families.ts'
export { EMPTY, type Filling, type KeyFamily, type NamedKey } from './keys/key-family.ts'
export type { CandidateKey, KeySpace } from './keys/key-space.ts'
export { plainKeys } from './keys/plain.ts'
export { type CountedSteps, countSteps } from './language/count-steps.ts'
export type { Counts } from './language/counts/counts.ts'
export { loadCounts } from './language/counts/load-counts.ts'
export { countsLanguageModel } from './language/counts-language-model.ts'
export type { LanguageModel, LanguageState } from './language/language-model.ts'
export { netLanguageModel } from './language/net-language-model.ts'
export { createNgramModel, type NgramCounts } from './language/ngram-model.ts'
export {
  type ChunkSource,
  type DecipherIterator,
  decipherEventIterable,
  decipherIterable,
} from './pipelines/iterables.ts'
export type { MediaType } from './pipelines/media-types.ts'
export { decipherResponse, type ResponseOptions } from './pipelines/response.ts'
export {
  createDecipherEventStream,
  createDecipherStream,
  type DecipherStream,
  type DecipherStreamOptions,
  finalText,
  type PipelineOptions,
  type StreamOutputs,
} from './pipelines/streams.ts'
export type { DecipherSession } from './session/decipher-session.ts'
export type {
  Candidate,
  CandidatesEvent,
  DecipherEvent,
  DoneEvent,
  EventKey,
  FinalEvent,
  Fit,
  InterimEvent,
  KeyEvent,
  ToldKey,
} from './session/events.ts'
export {
  inSteps,
  plainSession,
  type SteppedSession,
  type StoppingSession,
  within,
} from './session/stepped-session.ts'
export type { KeyTrace, SymbolTrace, TakeTrace, TracedKey } from './session/symbol-trace.ts'
export { tellingLooks } from './session/telling-looks.ts'
export { type LiveOptions, liveDefaults, type WatchMode, watchModes } from './settling/live-options.ts'
