import plain from './generated/plain.wasm'
import relaxed from './generated/relaxed.wasm'

/** Kernels for every machine with SIMD. */
export const plainKernels = async (): Promise<WebAssembly.Module> => plain

/** Kernels for machines with relaxed SIMD, which Cloudflare's all have. */
export const relaxedKernels = async (): Promise<WebAssembly.Module> => relaxed
