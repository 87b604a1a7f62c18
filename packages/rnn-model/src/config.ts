import type { TokenizerOptions } from '@runnel/core'

/** Form in which a token id becomes the input vector: a unit vector, or the id itself as one number. */
export type InputForm = 'one-hot' | 'scalar'

/** The task that a net was trained for. */
export type Task = TransduceTask | LanguageTask | RecogniseKeyTask

/** Maps ciphertext straight to plaintext, or back, under one fixed key. Gives `[vocabulary]`. */
export interface TransduceTask {
  kind: 'transduce'
  direction: 'decipher' | 'encipher'
  /** Name of a cipher in `@runnel/core`. */
  cipher: string
  key: Record<string, number | string>
}

/** Predicts the symbol that comes next: a character language model. Gives `[vocabulary]`. */
export interface LanguageTask {
  kind: 'language'
}

/** Reads ciphertext of unknown key and says under which of the cipher's keys the latest symbol stands. Gives `[keys]`. */
export interface RecogniseKeyTask {
  kind: 'recognise-key'
  /** Name of a cipher in `@runnel/core`. */
  cipher: string
  /** Number of keys that are told apart: for caesar 26, the shifts in order. */
  keys: number
}

/** Everything about a net but its weights. */
export interface ModelConfig {
  name: string
  tokenizer: TokenizerOptions & { alphabet: string }
  input: InputForm
  layers: readonly { cell: string; units: number }[]
  task: Task
}

/** One array of weights, `shape` row after row. */
export interface WeightArray {
  shape: readonly number[]
  readonly values: Float32Array
  /** The same as whole numbers, where `values[i] = quantised.values[i] * scales[i % scales.length]`. */
  quantised?: QuantisedArray
}

/** Weights from -127 to 127, and what 1 counts for in each column: one output of a product. */
export interface QuantisedArray {
  values: Int8Array
  /** `[last side of the shape]`. */
  scales: Float32Array
}

/** A net: its configuration and its weights by name, as a model file holds them. */
export interface ModelDefinition {
  config: ModelConfig
  weights: Readonly<Record<string, WeightArray>>
}
