import { bytesOfKernels } from '../../kernel-text.ts'
import { text } from '../generated/train.wasm.ts'

/** Exports of assembly/train/index.as; numbers are places in memory, in bytes, or counts. */
export interface TrainKernels {
  memory: WebAssembly.Memory
  base(): number
  packPanels(
    source: number,
    laneStride: number,
    depthStride: number,
    lanes: number,
    depth: number,
    width: number,
    out: number,
  ): void
  multiplyPanels(
    a: number,
    b: number,
    out: number,
    stride: number,
    rows: number,
    columns: number,
    depth: number,
  ): void
  simpleRnnForward(ids: number, table: number, sums: number, h: number, batch: number, units: number): void
  simpleRnnBackward(dh: number, h: number, sums: number, batch: number, units: number): void
  gruForward(
    ids: number,
    table: number,
    before: number,
    sums: number,
    candidate: number,
    h: number,
    batch: number,
    units: number,
  ): void
  gruBackward(dh: number, before: number, sums: number, candidate: number, batch: number, units: number): void
  resetBeforeForward(
    ids: number,
    table: number,
    before: number,
    sums: number,
    reset: number,
    batch: number,
    units: number,
  ): void
  resetBeforeFinish(
    ids: number,
    table: number,
    before: number,
    sums: number,
    h: number,
    batch: number,
    units: number,
  ): void
  resetBeforeBackward(dh: number, before: number, sums: number, batch: number, units: number): void
  resetBeforeBackwardReset(
    dh: number,
    dReset: number,
    before: number,
    sums: number,
    batch: number,
    units: number,
  ): void
  lstmForward(
    ids: number,
    table: number,
    cBefore: number,
    sums: number,
    c: number,
    h: number,
    batch: number,
    units: number,
  ): void
  lstmBackward(
    dh: number,
    dc: number,
    cBefore: number,
    sums: number,
    c: number,
    batch: number,
    units: number,
  ): void
  crossEntropy(
    logits: number,
    targets: number,
    weights: number,
    rows: number,
    outputs: number,
    columns: number,
    totals: number,
  ): void
  scatterRows(
    ids: number,
    rows: number,
    source: number,
    sourceStride: number,
    width: number,
    out: number,
    outStride: number,
  ): void
  sumRows(source: number, rows: number, width: number, out: number): void
  sumOfSquares(values: number, count: number): number
  adam(
    weights: number,
    gradients: number,
    first: number,
    second: number,
    count: number,
    scale: number,
    rate: number,
    beta1: number,
    beta2: number,
    correction: number,
    epsilon: number,
  ): void
}

/** An instance of the trainer's kernels, with memory of its own. @throws WebAssembly.CompileError without SIMD */
export const loadTrainKernels = async (): Promise<TrainKernels> => {
  const { instance } = await WebAssembly.instantiate(bytesOfKernels(text))
  return instance.exports as unknown as TrainKernels
}
