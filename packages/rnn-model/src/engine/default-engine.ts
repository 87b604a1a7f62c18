import type { Engine } from './engine.ts'
import { loadWasmEngine } from './wasm/wasm.ts'

/** The fastest engine that gives the same bits on every machine; typed arrays where there is no SIMD. */
export const loadDefaultEngine = (): Promise<Engine> =>
  loadWasmEngine().catch(async () => (await import('./typed-array.ts')).typedArrayEngine)
