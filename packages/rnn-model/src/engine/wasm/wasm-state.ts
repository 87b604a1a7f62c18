import type { Net, State } from '../engine.ts'

/** A net that takes the memory of its states back. */
export interface StateOwner extends Net {
  release(state: WasmState): void
}

/** A state in the memory of the kernels. */
export class WasmState implements State {
  net: StateOwner | undefined
  /** First byte. */
  readonly pointer: number
  readonly output: Float32Array

  constructor(net: StateOwner, pointer: number, outputs: number) {
    this.net = net
    this.pointer = pointer
    this.output = new Float32Array(outputs)
  }

  free(): void {
    this.net?.release(this)
    this.net = undefined
  }
}
