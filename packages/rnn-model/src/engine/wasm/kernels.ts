import { base64 } from './generated/plain.wasm.ts'

/*
 * The compiled kernels in Node, browsers and bundlers: inside JavaScript, so that nothing has to be configured
 * or fetched. Workers compile no bytes at run time and take kernels.workerd.ts instead (`#kernels`).
 */
const compile = async (base64: string): Promise<WebAssembly.Module> => {
  const deflated = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate'))
  return WebAssembly.compile(await new Response(stream).arrayBuffer())
}

/** Kernels for every machine with SIMD. @throws WebAssembly.CompileError where there is none */
export const plainKernels = (): Promise<WebAssembly.Module> => compile(base64)

/** Kernels for machines with relaxed SIMD. @throws WebAssembly.CompileError where there is none */
export const relaxedKernels = async (): Promise<WebAssembly.Module> =>
  compile((await import('./generated/relaxed.wasm.ts')).base64)
