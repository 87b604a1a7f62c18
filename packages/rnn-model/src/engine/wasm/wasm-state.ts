import type { State } from '../engine.ts'

/** Owner of states: takes their memory back. */
export interface StateOwner {
  release(state: WasmState): void
}

/** A state in the memory of the kernels. */
export class WasmState implements State {
  /** The net whose memory it is in, until it is freed. */
  owner: StateOwner | undefined
  /** First byte. */
  readonly pointer: number
  readonly output: Float32Array

  constructor(owner: StateOwner, pointer: number, outputs: number) {
    this.owner = owner
    this.pointer = pointer
    this.output = new Float32Array(outputs)
  }

  free(): void {
    this.owner?.release(this)
    this.owner = undefined
  }
}
