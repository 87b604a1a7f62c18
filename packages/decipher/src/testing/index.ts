export { countSteps } from '../language/count-steps.ts'
export { allEvents } from './all-events.ts'
export {
  anyBytes,
  anyChunks,
  anyText,
  byteChunks,
  cut,
  shred,
  textChunks,
  textOf,
} from './arbitraries.ts'
export { type BeliefSubject, beliefLaws } from './belief-laws.ts'
export { createBigramModel } from './bigram-model.ts'
export { checkEvents } from './check-events.ts'
export { decipherWhole } from './decipher-whole.ts'
export { type FamilySubject, familyLaws } from './family-laws.ts'
export { createFixedShiftModel } from './fixed-shift-model.ts'
export { type Law, laws, type Skin } from './laws.ts'
export { type Pipeline, type PipelineResult, type PipelineRun, pipelineLaws } from './pipeline-laws.ts'
export { iterablePipeline, textIn, transformPipeline } from './pipelines.ts'
export { createRecallingModel } from './recalling-model.ts'
export { createSampleCounts } from './sample-counts.ts'
export { sessionLaws } from './session-laws.ts'
export type { SessionSubject } from './session-subject.ts'
export { skinOf } from './skin-of.ts'
export { createToyIdentifier, toyIdentifyModel } from './toy-identifier.ts'
export { toySubstitution } from './toy-substitution.ts'
export { toyVigenere, toyVigenereCipher } from './toy-vigenere.ts'
