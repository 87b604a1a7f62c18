import { defaultKernels, plainKernels } from '#kernels'
import type { Engine } from '../engine.ts'
import { createWasmEngine, instantiate } from './wasm-engine.ts'

/**
 * The engine of `int8`: in relaxed SIMD where the runtime knows it and it is exact, else in plain SIMD, which holds
 * the same whole numbers in 16 bits and gives the same bits at the speed of `int16`.
 *
 * @throws WebAssembly.CompileError without SIMD
 */
export const loadInt8Engine = async (): Promise<Engine> => {
  const relaxed = await defaultKernels().catch(() => undefined)
  if (relaxed && instantiate(relaxed).exact()) return createWasmEngine('int8', relaxed, 1)
  return createWasmEngine('int8', await plainKernels(), 2)
}
