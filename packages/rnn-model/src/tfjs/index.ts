export type { TrainOptions } from '../train/train-options.ts'
export { fromKerasFiles, type KerasFiles, toKerasFiles } from './keras.ts'
export {
  buildLayersModel,
  inputTensor,
  type LayersModelOptions,
  readLayerWeights,
  writeLayerWeights,
} from './layers-model.ts'
export { trainTransducer } from './train-transducer.ts'
