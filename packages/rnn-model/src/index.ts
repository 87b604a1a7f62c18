export type { Cell } from './cells/cell.ts'
export { decodeModel, encodeModel } from './codec.ts'
export type {
  InputForm,
  LanguageTask,
  ModelConfig,
  ModelDefinition,
  QuantisedArray,
  RecogniseKeyTask,
  Task,
  TransduceTask,
  WeightArray,
} from './config.ts'
export { loadDefaultEngine } from './engine/default-engine.ts'
export type { Engine, Net, NetMemory, OutputForm, PrepareOptions, State } from './engine/engine.ts'
export type { Arithmetic } from './engine/wasm/arithmetic.ts'
export { loadWasmEngine, type WasmEngineOptions } from './engine/wasm/wasm.ts'
export { EngineUnavailableError, ModelFormatError, ModelLoadError } from './errors.ts'
export { bytesOf, type EmbeddedModel, type LoadOptions, loadModel, type ModelSource } from './load.ts'
export type { RnnModel } from './model.ts'
export { outputSize } from './net-sizes.ts'
export { quantiseModel } from './quantise.ts'
export { type FileKind, openFile, type SealedFile, sealFile } from './sealed-file.ts'
export { taskOf } from './task-of.ts'
export { tokenizerOf } from './tokenizer-of.ts'
export { weightShapes } from './weight-shapes.ts'
