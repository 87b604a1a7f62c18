import { bytesOfKernels } from '../../kernel-text.ts'
import type { KernelBuild } from './arithmetic.ts'
import { text } from './generated/int8-relaxed.wasm.ts'

/*
 * The compiled kernels in Node, browsers and bundlers: inside JavaScript, so that nothing has to be configured
 * or fetched. Workers compile no bytes at run time and take kernels.workerd.ts instead (`#kernels`).
 */
const compile = (text: string): Promise<WebAssembly.Module> => WebAssembly.compile(bytesOfKernels(text))

/** The kernels that run unless others are asked for. @throws WebAssembly.CompileError without relaxed SIMD */
export const defaultKernels = (): Promise<WebAssembly.Module> => compile(text)

/** Those that give the same bits in plain SIMD. @throws WebAssembly.CompileError without it */
export const plainKernels = async (): Promise<WebAssembly.Module> =>
  compile((await import('./generated/int8.wasm.ts')).text)

/** The kernels of any build. @throws WebAssembly.CompileError without its kind of SIMD */
export const kernelsOf = async (build: KernelBuild): Promise<WebAssembly.Module> =>
  compile((await builds[build]()).text)

const builds: Record<KernelBuild, () => Promise<{ text: string }>> = {
  'int8-relaxed': async () => ({ text }),
  int8: () => import('./generated/int8.wasm.ts'),
  int16: () => import('./generated/int16.wasm.ts'),
  float32: () => import('./generated/float32.wasm.ts'),
  'float32-relaxed': () => import('./generated/float32-relaxed.wasm.ts'),
}
