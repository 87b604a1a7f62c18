import kernels from './generated/graph.wasm'

/** The compiled kernels of graphs, which Workers take as a module. */
export const loadGraphKernels = async (): Promise<WebAssembly.Module> => kernels
