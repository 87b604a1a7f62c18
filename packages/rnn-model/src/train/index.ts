export { type Examples, makeExamples } from './examples.ts'
export { initialWeights } from './initial-weights.ts'
export {
  type EpochResult,
  type TrainOptions,
  type TrainProgress,
  type TrainResult,
  trainTransducer,
} from './train-transducer.ts'
