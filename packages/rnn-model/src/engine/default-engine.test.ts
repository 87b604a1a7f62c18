import { afterEach, expect, test, vi } from 'vitest'
import { loadDefaultEngine } from './default-engine.ts'
import { loadWasmEngine } from './wasm/wasm.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('the default is the int16 kernels', async () => {
  expect((await loadDefaultEngine()).name).toBe('wasm-int16')
})

test('a runtime without SIMD is told so, and gets the portable engine by default', async () => {
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('no SIMD'))
  await expect(loadWasmEngine()).rejects.toThrow('cannot run engine wasm-int16: this runtime has no SIMD')
  await expect(loadWasmEngine({ arithmetic: 'fastest' })).rejects.toThrow('no SIMD')
  expect((await loadDefaultEngine()).name).toBe('typed-array')
})

test('without relaxed SIMD the fastest is int16', async () => {
  const { compile } = WebAssembly
  vi.spyOn(WebAssembly, 'compile')
    .mockRejectedValueOnce(new WebAssembly.CompileError('no relaxed SIMD'))
    .mockImplementation(compile)
  expect((await loadWasmEngine({ arithmetic: 'fastest' })).name).toBe('wasm-int16')
})

test('relaxed SIMD that is not exact is refused, and the fastest is int16', async () => {
  const { Instance } = WebAssembly
  vi.spyOn(WebAssembly, 'Instance').mockImplementation(function (this: unknown, kernels) {
    return { exports: { ...new Instance(kernels).exports, exact: () => 0 } }
  })
  await expect(loadWasmEngine({ arithmetic: 'int8-relaxed' })).rejects.toThrow('no exact relaxed SIMD')
  expect((await loadWasmEngine({ arithmetic: 'fastest' })).name).toBe('wasm-int16')
})
