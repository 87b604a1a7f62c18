import { bytesOfKernels } from '../kernel-text.ts'
import { text } from './generated/graph.wasm.ts'

/** The compiled kernels of graphs, inside JavaScript; Workers take kernels.workerd.ts. @throws WebAssembly.CompileError without SIMD */
export const loadGraphKernels = (): Promise<WebAssembly.Module> => WebAssembly.compile(bytesOfKernels(text))
