import { plainKernels, relaxedKernels } from '#kernels'
import { EngineUnavailableError } from '../../errors.ts'
import type { Engine } from '../engine.ts'
import type { Format, KernelExports } from './net-memory.ts'
import { WasmNet } from './wasm-net.ts'

/**
 * Arithmetic of the kernels. State and gates are float32 in all of them.
 *
 * - `int16`: weights and h are whole numbers of up to 16 bits; the same bits on every machine. The default.
 * - `float32`: the same bits on every machine too; slower, without rounding of the weights.
 * - `int8-relaxed`: weights of 8 bits, h of 7; the fastest, needs relaxed SIMD, costs some accuracy.
 * - `float32-relaxed`: fused where the machine can, so that bits differ between machines.
 */
export type Arithmetic = 'int16' | 'float32' | 'int8-relaxed' | 'float32-relaxed'

/** How to load the kernels. */
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
  const [format, relaxed] = arithmetic.split('-') as [Format, string?]
  let kernels: WebAssembly.Module
  try {
    kernels = await (relaxed ? relaxedKernels() : plainKernels())
  } catch (cause) {
    throw new EngineUnavailableError(`wasm-${arithmetic}`, relaxed ? 'relaxed SIMD' : 'SIMD', { cause })
  }
  const instance = () => new WebAssembly.Instance(kernels).exports as unknown as KernelExports
  if (format === 'int8' && !instance().exact()) {
    throw new EngineUnavailableError(`wasm-${arithmetic}`, 'exact relaxed SIMD')
  }
  return {
    name: `wasm-${arithmetic}`,
    prepare(definition, { output = 'probabilities' } = {}) {
      return new WasmNet(instance(), definition, format, output)
    },
  }
}
