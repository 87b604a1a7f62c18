import type { Arithmetic } from '../src/engine/wasm/arithmetic.ts'

/** The builds that are committed. */
export const builds: readonly Arithmetic[]

/** Compiles assembly/ to WebAssembly. */
export const compileKernels: (build: Arithmetic | 'train') => Promise<Uint8Array>

/** Writes kernels as text. */
export const kernelsAsText: (bytes: Uint8Array) => string
