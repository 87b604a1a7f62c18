import type { Arithmetic } from './arithmetic.ts'
import { hexadecimal } from './generated/int16.wasm.ts'

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

/** The kernels that run unless others are asked for. @throws WebAssembly.CompileError without SIMD */
export const defaultKernels = (): Promise<WebAssembly.Module> => compile(hexadecimal)

/** The kernels of any arithmetic. @throws WebAssembly.CompileError without its kind of SIMD */
export const kernelsOf = async (arithmetic: Arithmetic): Promise<WebAssembly.Module> =>
  arithmetic === 'int16' ? defaultKernels() : compile((await others[arithmetic]()).hexadecimal)

const others: Record<Exclude<Arithmetic, 'int16'>, () => Promise<{ hexadecimal: string }>> = {
  float32: () => import('./generated/float32.wasm.ts'),
  'int8-relaxed': () => import('./generated/int8-relaxed.wasm.ts'),
  'float32-relaxed': () => import('./generated/float32-relaxed.wasm.ts'),
}
