import kernels from './generated/search.wasm'

/** The compiled kernels of searches, which Workers take as a module. */
export const loadSearchKernels = (): WebAssembly.Module => kernels
