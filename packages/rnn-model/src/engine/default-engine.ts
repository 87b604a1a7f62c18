import { defaultKernels } from '#kernels'
import type { Engine } from './engine.ts'
import { createWasmEngine } from './wasm/wasm-engine.ts'

/** The fastest engine that gives the same bits on every machine; typed arrays where there is no SIMD. */
export const loadDefaultEngine = async (): Promise<Engine> => {
  try {
    return createWasmEngine('int16', await defaultKernels(), 2)
  } catch {
    return (await import('./typed-array.ts')).typedArrayEngine
  }
}
