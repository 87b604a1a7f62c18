import type { Engine } from '../engine.ts'
import type { Arithmetic } from './arithmetic.ts'
import type { KernelExports } from './net-memory.ts'
import { WasmNet } from './wasm-net.ts'

/** An instance of compiled kernels, with a memory of its own. */
export const instantiate = (kernels: WebAssembly.Module): KernelExports =>
  new WebAssembly.Instance(kernels).exports as unknown as KernelExports

/**
 * The engine that runs compiled kernels: each net gets an instance of its own, whose memory holds all its states.
 *
 * @param weightBytes bytes of a weight, as these kernels hold it
 */
export const createWasmEngine = (
  arithmetic: Arithmetic,
  kernels: WebAssembly.Module,
  weightBytes: number,
): Engine => ({
  name: `wasm-${arithmetic}`,
  prepare: (definition, { output = 'probabilities' } = {}) =>
    new WasmNet(instantiate(kernels), definition, weightBytes, output),
})
