import type { Arithmetic } from './arithmetic.ts'
import float32 from './generated/float32.wasm'
import float32Relaxed from './generated/float32-relaxed.wasm'
import int8Relaxed from './generated/int8-relaxed.wasm'
import int16 from './generated/int16.wasm'

/** The kernels that run unless others are asked for. */
export const defaultKernels = async (): Promise<WebAssembly.Module> => int16

/** The kernels of any arithmetic; Cloudflare's machines all have relaxed SIMD. */
export const kernelsOf = async (arithmetic: Arithmetic): Promise<WebAssembly.Module> => all[arithmetic]

const all: Record<Arithmetic, WebAssembly.Module> = {
  int16,
  float32,
  'int8-relaxed': int8Relaxed,
  'float32-relaxed': float32Relaxed,
}
