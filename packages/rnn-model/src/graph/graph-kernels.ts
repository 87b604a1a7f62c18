/** Exports of assembly/graph/index.as. Places are in bytes. */
export interface GraphKernels {
  readonly memory: WebAssembly.Memory
  base(): number
  pack(matrix: number, source: number, scales: number, inputs: number, gates: number, units: number): void
  multiply(
    net: number,
    matrix: number,
    from: number,
    rows: number,
    count: number,
    shared: number,
    out: number,
  ): void
  stepLayer(net: number, layer: number): void
  tanh(x: number, out: number, bytes: number): void
  sigmoid(x: number, out: number, bytes: number): void
  rectify(x: number, out: number, bytes: number): void
  squareRoot(x: number, out: number, bytes: number): void
  add(a: number, b: number, out: number, bytes: number): void
  subtract(a: number, b: number, out: number, bytes: number): void
  product(a: number, b: number, out: number, bytes: number): void
}
