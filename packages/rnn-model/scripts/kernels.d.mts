/** The builds that are committed. */
export const builds: readonly ['plain', 'relaxed']

/** Compiles assembly/ to WebAssembly. */
export const compileKernels: (build: 'plain' | 'relaxed' | 'train') => Promise<Uint8Array>
