import type { KernelBuild } from './arithmetic.ts'
import float32 from './generated/float32.wasm'
import float32Relaxed from './generated/float32-relaxed.wasm'
import int8 from './generated/int8.wasm'
import int8Relaxed from './generated/int8-relaxed.wasm'
import int16 from './generated/int16.wasm'

/** The kernels that run unless others are asked for; Cloudflare's machines all have relaxed SIMD. */
export const defaultKernels = async (): Promise<WebAssembly.Module> => int8Relaxed

/** Those that give the same bits in plain SIMD. */
export const plainKernels = async (): Promise<WebAssembly.Module> => int8

/** The kernels of any build. */
export const kernelsOf = async (build: KernelBuild): Promise<WebAssembly.Module> => builds[build]

const builds: Record<KernelBuild, WebAssembly.Module> = {
  'int8-relaxed': int8Relaxed,
  int8,
  int16,
  float32,
  'float32-relaxed': float32Relaxed,
}
