import { InvalidOptionError } from '@runnel/core'
import { kernelsOf } from '#kernels'
import { EngineUnavailableError } from '../../errors.ts'
import type { Engine } from '../engine.ts'
import type { Arithmetic } from './arithmetic.ts'
import { loadInt8Engine } from './int8-engine.ts'
import { createWasmEngine } from './wasm-engine.ts'

/** Options of loading the kernels. */
export interface WasmEngineOptions {
  /** `int8` unless given. */
  arithmetic?: Arithmetic
}

/** Bytes of a weight, as the kernels of an arithmetic hold it; `int8` has two builds. */
const weightBytes = { int8: 1, int16: 2, float32: 4, 'float32-relaxed': 4 } as const

/**
 * Loads the WebAssembly kernels, which run a net many times faster than plain JavaScript.
 *
 * Each net gets an instance of its own, whose memory holds the weights and all its states.
 *
 * @throws EngineUnavailableError where the runtime lacks the instructions
 * @throws InvalidOptionError for an arithmetic that there is not
 * @example
 * import { loadModel, loadWasmEngine } from '@runnel/rnn-model'
 * const engine = await loadWasmEngine()
 */
export const loadWasmEngine = async ({ arithmetic = 'int8' }: WasmEngineOptions = {}): Promise<Engine> => {
  if (!Object.hasOwn(weightBytes, arithmetic)) {
    throw new InvalidOptionError('arithmetic', arithmetic, `one of ${Object.keys(weightBytes).join(', ')}`)
  }
  try {
    if (arithmetic === 'int8') return await loadInt8Engine()
    return createWasmEngine(arithmetic, await kernelsOf(arithmetic), weightBytes[arithmetic])
  } catch (cause) {
    const lacking = arithmetic === 'float32-relaxed' ? 'relaxed SIMD' : 'SIMD'
    throw new EngineUnavailableError(`wasm-${arithmetic}`, lacking, { cause })
  }
}
