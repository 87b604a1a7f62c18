import { hexadecimal } from './generated/plain.wasm.ts'

/*
 * The compiled kernels in Node, browsers and bundlers: inside JavaScript, so that nothing has to be configured
 * or fetched. Workers compile no bytes at run time and take kernels.workerd.ts instead (`#kernels`).
 */
const compile = (hexadecimal: string): Promise<WebAssembly.Module> => {
  // Node's own is a millisecond faster than a loop that is still cold
  const { Buffer } = globalThis as { Buffer?: { from(text: string, form: 'hex'): Uint8Array<ArrayBuffer> } }
  if (Buffer) return WebAssembly.compile(Buffer.from(hexadecimal, 'hex'))
  const bytes = new Uint8Array(hexadecimal.length / 2)
  // the low bits of '0' to '9' and 'a' to 'f' are their value, or 9 less; no string is made
  for (let i = 0; i < hexadecimal.length; i++) {
    const unit = hexadecimal.charCodeAt(i)
    bytes[i >> 1] = (bytes[i >> 1] << 4) + (unit & 15) + 9 * (unit >> 6)
  }
  return WebAssembly.compile(bytes)
}

/** Kernels for every machine with SIMD. @throws WebAssembly.CompileError where there is none */
export const plainKernels = (): Promise<WebAssembly.Module> => compile(hexadecimal)

/** Kernels for machines with relaxed SIMD. @throws WebAssembly.CompileError where there is none */
export const relaxedKernels = async (): Promise<WebAssembly.Module> =>
  compile((await import('./generated/relaxed.wasm.ts')).hexadecimal)
