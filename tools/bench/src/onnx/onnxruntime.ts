import type { InferenceSession, TensorConstructor } from 'onnxruntime-common'

/** The part that both packages of ONNX Runtime, for Node and for the web, export. */
export interface Onnxruntime {
  InferenceSession: {
    create(model: Uint8Array, options?: InferenceSession.SessionOptions): Promise<InferenceSession>
  }
  Tensor: TensorConstructor
}
