import type { KernelBuild } from '../src/engine/wasm/arithmetic.ts'

/** The builds that are committed. */
export const builds: readonly KernelBuild[]

/** Compiles assembly/ to WebAssembly. */
export const compileKernels: (build: KernelBuild | 'train' | 'graph' | 'search') => Promise<Uint8Array>

/** Writes kernels as text. */
export const kernelsAsText: (bytes: Uint8Array) => string
