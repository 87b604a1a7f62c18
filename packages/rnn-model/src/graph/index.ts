export type {
  CombineLayer,
  ConcatLayer,
  ConstantLayer,
  ContextLayer,
  ConvolutionLayer,
  DenseLayer,
  FunctionLayer,
  GraphDefinition,
  GraphLayer,
  GraphShape,
  PadLayer,
  RecurrentLayer,
  ReshapeLayer,
  SliceLayer,
} from './definition.ts'
export { createGraph, type Graph, type GraphOutputs, type GraphState } from './graph.ts'
export { graphFromOnnx, type OnnxGraphOptions } from './onnx/graph-from-onnx.ts'
