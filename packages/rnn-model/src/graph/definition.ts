import type { WeightArray } from '../config.ts'

/** Sides of what a layer gives for one call: `[steps, channels]`, row after row. */
export interface GraphShape {
  readonly steps: number
  readonly channels: number
}

/**
 * A net of layers that name what they read: dense numbers in, `[steps, channels]` a call, several outputs out. State is
 * carried from call to call.
 */
export interface GraphDefinition {
  readonly name: string
  /** Of the numbers that each call takes; layers read them under the name `input`. */
  readonly input: GraphShape
  /** In an order in which each reads what came before it, each with a name of its own. */
  readonly layers: readonly GraphLayer[]
  /** Names of the layers that a call gives. */
  readonly outputs: readonly string[]
}

/** One layer of a graph. */
export type GraphLayer =
  | DenseLayer
  | ConvolutionLayer
  | RecurrentLayer
  | FunctionLayer
  | CombineLayer
  | ConcatLayer
  | SliceLayer
  | ReshapeLayer
  | PadLayer
  | ContextLayer
  | ConstantLayer

/** Facts of every layer. */
interface Layer {
  readonly name: string
  /** Names of the layers that it reads; most read one. */
  readonly inputs: readonly string[]
}

/** x K + b of each step. */
export interface DenseLayer extends Layer {
  readonly kind: 'dense'
  /** `[channels in, channels out]` */
  readonly kernel: WeightArray
  /** `[channels out]` */
  readonly bias?: WeightArray
}

/** A product with `size` steps at a time, each `stride` steps after the one before; nothing is padded. */
export interface ConvolutionLayer extends Layer {
  readonly kind: 'conv1d'
  /** `[size, channels in, channels out]`, as in Keras. */
  readonly kernel: WeightArray
  /** `[channels out]` */
  readonly bias?: WeightArray
  readonly stride: number
}

/** A recurrent cell over each step in turn; its state is carried from call to call. Gives h. */
export interface RecurrentLayer extends Layer {
  readonly kind: 'recurrent'
  /** Name of a cell: `simple-rnn`, `gru` (resets after the product), `gru-reset-before`, `lstm`. */
  readonly cell: string
  /** `[channels in, gates * units]`, gates in Keras order. */
  readonly kernel: WeightArray
  /** `[units, gates * units]` */
  readonly recurrent: WeightArray
  /** `[gates * units]` */
  readonly bias: WeightArray
  /** `[gates * units]`, of `gru` alone. */
  readonly recurrentBias?: WeightArray
}

/** A function of each number, or `softmax` over the channels of each step. */
export interface FunctionLayer extends Layer {
  readonly kind: 'function'
  readonly function: 'relu' | 'sigmoid' | 'tanh' | 'sqrt' | 'softmax'
}

/** Two layers of one shape, number by number: skip joins and gates. */
export interface CombineLayer extends Layer {
  readonly kind: 'add' | 'subtract' | 'multiply'
}

/** The channels of several layers side by side: skip joins. */
export interface ConcatLayer extends Layer {
  readonly kind: 'concat'
}

/** Steps or channels from `from` until before `to`. */
export interface SliceLayer extends Layer {
  readonly kind: 'slice'
  readonly axis: 'steps' | 'channels'
  readonly from: number
  readonly to: number
}

/** The same numbers under another shape; costs nothing. */
export interface ReshapeLayer extends Layer {
  readonly kind: 'reshape'
  readonly shape: GraphShape
}

/** More steps in front and behind: zeros, or the steps as in a mirror at the first and the last one. */
export interface PadLayer extends Layer {
  readonly kind: 'pad'
  readonly mode: 'zeros' | 'reflect'
  readonly before: number
  readonly after: number
}

/** The last `steps` steps of the calls before in front of those of this one, zeros at first: before a `conv1d` it streams. */
export interface ContextLayer extends Layer {
  readonly kind: 'context'
  readonly steps: number
}

/** The same numbers in every call. */
export interface ConstantLayer extends Layer {
  readonly kind: 'constant'
  /** `[steps, channels]` */
  readonly values: WeightArray
}
