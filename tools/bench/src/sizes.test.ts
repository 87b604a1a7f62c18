import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleOf } from './bundle.ts'

const loader = 'export { loadModel } from "@runnel/rnn-model"'

test('loader and kernels take at most 10 KB, minified and gzipped', async () => {
  const { first, files, entry } = await bundleOf(loader)
  expect(first).toBeLessThanOrEqual(10 * 1024)
  const later = Object.keys(files).filter((name) => name !== entry)
  const sizeOf = (start: string): number =>
    gzipSync(files[later.find((name) => name.startsWith(start)) ?? ''], { level: 9 }).length
  expect(later).toHaveLength(2)
  // fetched only where there is no SIMD
  expect(sizeOf('typed-array')).toBeLessThanOrEqual(2 * 1024)
  // fetched only where there is no relaxed SIMD
  expect(sizeOf('int8.wasm')).toBeLessThanOrEqual(3 * 1024)
})

test.each([
  ['@runnel/core', false],
  ['@runnel/rnn-model', false],
  ['@runnel/rnn-model/convert', false],
  ['@runnel/rnn-model/graph', false],
  ['@runnel/rnn-model/train', false],
  ['@runnel/rnn-model/tfjs', true],
  ['@runnel/decipher', false],
  ['@runnel/models', false],
  ['@runnel/rx-operators', false],
])('%s brings tensorflow: %s', async (entry, expected) => {
  const { modules } = await bundleOf(`export * from ${JSON.stringify(entry)}`)
  expect(modules.some((id) => id.includes('tensorflow'))).toBe(expected)
})

test('on Workers the kernels are modules, and no byte is compiled at run time', async () => {
  const { files } = await bundleOf(loader, ['workerd', 'worker'])
  const code = Object.values(files).join('\n')
  expect(code).toMatch(/from\s*["'][^"']*int8-relaxed\.wasm["']/)
  expect(code).not.toContain('WebAssembly.compile')
})
