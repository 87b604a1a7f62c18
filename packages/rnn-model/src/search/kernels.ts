import { bytesOfKernels } from '../kernel-text.ts'
import { text } from './generated/search.wasm.ts'

/** The compiled kernels of searches, inside JavaScript; Workers take kernels.workerd.ts. @throws WebAssembly.CompileError */
export const loadSearchKernels = (): WebAssembly.Module => new WebAssembly.Module(bytesOfKernels(text))
