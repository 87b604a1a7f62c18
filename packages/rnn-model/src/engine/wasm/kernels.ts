import { bytesOfKernels } from '../../kernel-text.ts'
import type { Arithmetic } from './arithmetic.ts'
import { text } from './generated/int16.wasm.ts'

/*
 * The compiled kernels in Node, browsers and bundlers: inside JavaScript, so that nothing has to be configured
 * or fetched. Workers compile no bytes at run time and take kernels.workerd.ts instead (`#kernels`).
 */
const compile = (text: string): Promise<WebAssembly.Module> => WebAssembly.compile(bytesOfKernels(text))

/** The kernels that run unless others are asked for. @throws WebAssembly.CompileError without SIMD */
export const defaultKernels = (): Promise<WebAssembly.Module> => compile(text)

/** The kernels of any arithmetic. @throws WebAssembly.CompileError without its kind of SIMD */
export const kernelsOf = async (arithmetic: Arithmetic): Promise<WebAssembly.Module> =>
  arithmetic === 'int16' ? defaultKernels() : compile((await others[arithmetic]()).text)

const others: Record<Exclude<Arithmetic, 'int16'>, () => Promise<{ text: string }>> = {
  float32: () => import('./generated/float32.wasm.ts'),
  'int8-relaxed': () => import('./generated/int8-relaxed.wasm.ts'),
  'float32-relaxed': () => import('./generated/float32-relaxed.wasm.ts'),
}
