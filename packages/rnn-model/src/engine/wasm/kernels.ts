import { hexadecimal } from './generated/plain.wasm.ts'

/*
 * The compiled kernels in Node, browsers and bundlers: inside JavaScript, so that nothing has to be configured
 * or fetched. Workers compile no bytes at run time and take kernels.workerd.ts instead (`#kernels`).
 */
const compile = (hexadecimal: string): Promise<WebAssembly.Module> => {
  const bytes = new Uint8Array(hexadecimal.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number(`0x${hexadecimal.slice(2 * i, 2 * i + 2)}`)
  return WebAssembly.compile(bytes)
}

/** Kernels for every machine with SIMD. @throws WebAssembly.CompileError where there is none */
export const plainKernels = (): Promise<WebAssembly.Module> => compile(hexadecimal)

/** Kernels for machines with relaxed SIMD. @throws WebAssembly.CompileError where there is none */
export const relaxedKernels = async (): Promise<WebAssembly.Module> =>
  compile((await import('./generated/relaxed.wasm.ts')).hexadecimal)
