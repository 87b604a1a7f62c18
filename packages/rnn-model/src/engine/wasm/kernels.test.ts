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

const places = [
  ...builds.map((build) => [build, `./generated/${build}.wasm`] as const),
  ['graph', '../../graph/generated/graph.wasm'] as const,
  ['search', '../../search/generated/search.wasm'] as const,
]

test.each(places)('the committed %s kernels are what assembly/ compiles to', async (build, place) => {
  const { text } = (await import(`${place}.ts`)) as { text: string }
  const file = await loadFile(new URL(place, import.meta.url))
  const compiled = await compileKernels(build)
  expect(text === kernelsAsText(compiled), 'run `pnpm run kernels`').toBe(true)
  expect(same(file, compiled), 'run `pnpm run kernels`').toBe(true)
})
