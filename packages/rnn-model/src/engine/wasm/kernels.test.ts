import { expect, test } from 'vitest'
import { builds, compileKernels, kernelsAsText } from '../../../scripts/kernels.mjs'

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

interface Files {
  readFile(url: URL): Promise<Uint8Array>
}

const loadFile = (url: URL): Promise<Uint8Array> => {
  const { process } = globalThis as unknown as { process: { getBuiltinModule(name: string): Files } }
  return process.getBuiltinModule('node:fs/promises').readFile(url)
}

test.each(builds)('the committed %s kernels are what assembly/ compiles to', async (build) => {
  const { text } = (await import(`./generated/${build}.wasm.ts`)) as { text: string }
  const file = await loadFile(new URL(`./generated/${build}.wasm`, import.meta.url))
  const compiled = await compileKernels(build)
  expect(text === kernelsAsText(compiled), 'run `pnpm run kernels`').toBe(true)
  expect(same(file, compiled), 'run `pnpm run kernels`').toBe(true)
})
