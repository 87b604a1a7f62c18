import { afterEach, expect, test, vi } from 'vitest'
import { encodeModel } from './codec.ts'
import { ModelFormatError, ModelLoadError } from './errors.ts'
import { loadModel } from './load.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

interface Files {
  mkdtemp(prefix: string): Promise<string>
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  rm(path: string, options: { recursive: boolean }): Promise<void>
}
interface NodeGlobals {
  process: { getBuiltinModule(name: 'node:fs/promises'): Files }
}
const files = (globalThis as unknown as NodeGlobals).process.getBuiltinModule('node:fs/promises')

afterEach(() => vi.unstubAllGlobals())

test('from a file, whose name may need escaping', async () => {
  const folder = await files.mkdtemp('/tmp/runnel load %20 ')
  try {
    const bytes = await encodeModel(randomNet(smallConfig(3), 1))
    await files.writeFile(`${folder}/é.runnel`, bytes)
    const url = new URL(`file://${encodeURI(folder)}/é.runnel`)
    expect((await loadModel(url)).id).toBe((await loadModel(bytes)).id)
    expect((await loadModel(url.href)).stateLength).toBe(3)
  } finally {
    await files.rm(folder, { recursive: true })
  }
})

test('a file that is no model', async () => {
  await expect(loadModel(import.meta.url)).rejects.toThrow(ModelFormatError)
})

test('a file that is not there', async () => {
  const error = await loadModel('file:///nowhere/net.runnel').catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelLoadError)
  expect(error.message).toMatch(/^cannot load model file:\/\/\/nowhere\/net\.runnel: ENOENT/)
  expect(error.cause).toMatchObject({ code: 'ENOENT' })
})

test('a runtime without files says so', async () => {
  vi.stubGlobal('process', {})
  const loading = loadModel(import.meta.url)
  vi.unstubAllGlobals()
  await expect(loading).rejects.toThrow('this runtime cannot read files; pass the bytes')
})
