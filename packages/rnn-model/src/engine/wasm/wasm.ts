import { kernelsOf } from '#kernels'
import { EngineUnavailableError } from '../../errors.ts'
import type { Engine } from '../engine.ts'
import type { Arithmetic } from './arithmetic.ts'
import { createWasmEngine, instantiate } from './wasm-engine.ts'

/** Options of loading the kernels. */
export interface WasmEngineOptions {
  /** `int16` unless given. `fastest` is `int8-relaxed` where the runtime knows it and it is exact, else `int16`. */
  arithmetic?: Arithmetic | 'fastest'
}

/**
 * Loads the WebAssembly kernels, which run a net many times faster than plain JavaScript.
 *
 * Each net gets an instance of its own, whose memory holds the weights and all its states.
 *
 * @throws EngineUnavailableError where the runtime lacks the instructions
 * @example
 * import { loadModel, loadWasmEngine } from '@runnel/rnn-model'
 * const engine = await loadWasmEngine()
 */
export const loadWasmEngine = async ({ arithmetic = 'int16' }: WasmEngineOptions = {}): Promise<Engine> => {
  if (arithmetic === 'fastest') return load('int8-relaxed').catch(() => load('int16'))
  return load(arithmetic)
}

const load = async (arithmetic: Arithmetic): Promise<Engine> => {
  const [format, relaxed] = arithmetic.split('-') as ['float32' | 'int16' | 'int8', string?]
  let kernels: WebAssembly.Module
  try {
    kernels = await kernelsOf(arithmetic)
  } catch (cause) {
    throw new EngineUnavailableError(`wasm-${arithmetic}`, relaxed ? 'relaxed SIMD' : 'SIMD', { cause })
  }
  if (format === 'int8' && !instantiate(kernels).exact()) {
    throw new EngineUnavailableError(`wasm-${arithmetic}`, 'exact relaxed SIMD')
  }
  return createWasmEngine(arithmetic, kernels, { float32: 4, int16: 2, int8: 1 }[format])
}
