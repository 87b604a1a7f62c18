import { afterEach, expect, test, vi } from 'vitest'
import { loadDefaultEngine } from './default-engine.ts'
import { loadWasmEngine } from './wasm/wasm.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const lacking = (build: string) => new WebAssembly.CompileError(`no ${build}`)

test('the default is the int8 kernels', async () => {
  expect((await loadDefaultEngine()).name).toBe('wasm-int8')
  expect((await loadWasmEngine()).name).toBe('wasm-int8')
})

test('a runtime without SIMD is told so, and gets the portable engine by default', async () => {
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(lacking('SIMD'))
  await expect(loadWasmEngine()).rejects.toThrow('cannot run engine wasm-int8: this runtime has no SIMD')
  await expect(loadWasmEngine({ arithmetic: 'int16' })).rejects.toThrow(
    'wasm-int16: this runtime has no SIMD',
  )
  expect((await loadDefaultEngine()).name).toBe('typed-array')
})

test('without relaxed SIMD the default is int8 all the same, and float32-relaxed is refused', async () => {
  const { compile } = WebAssembly
  const compiling = vi.spyOn(WebAssembly, 'compile').mockImplementation(compile)
  compiling.mockRejectedValueOnce(lacking('relaxed SIMD'))
  expect((await loadDefaultEngine()).name).toBe('wasm-int8')
  expect(compiling).toHaveBeenCalledTimes(2)
  compiling.mockRejectedValueOnce(lacking('relaxed SIMD'))
  await expect(loadWasmEngine({ arithmetic: 'float32-relaxed' })).rejects.toThrow('no relaxed SIMD')
})

test('relaxed SIMD that is not exact is passed over', async () => {
  const { Instance } = WebAssembly
  vi.spyOn(WebAssembly, 'Instance').mockImplementation(function (this: unknown, kernels) {
    return { exports: { ...new Instance(kernels).exports, exact: () => 0 } }
  })
  const compiling = vi.spyOn(WebAssembly, 'compile')
  expect((await loadDefaultEngine()).name).toBe('wasm-int8')
  expect(compiling).toHaveBeenCalledTimes(2)
})

test('an arithmetic that there is not is refused with those that there are', async () => {
  await expect(loadWasmEngine({ arithmetic: 'int8-relaxed' as 'int8' })).rejects.toThrow(
    'arithmetic: expected one of int8, int16, float32, float32-relaxed, received "int8-relaxed"',
  )
})
