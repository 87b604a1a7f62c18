import type { Engine } from './engine.ts'
import { loadInt8Engine } from './wasm/int8-engine.ts'

/** The fastest engine that gives the same bits on every machine; typed arrays where there is no SIMD. */
export const loadDefaultEngine = async (): Promise<Engine> => {
  try {
    return await loadInt8Engine()
  } catch {
    return (await import('./typed-array.ts')).typedArrayEngine
  }
}
