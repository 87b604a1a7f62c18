import { afterEach, expect, test, vi } from 'vitest'
import { encodeModel } from './codec.ts'
import type { ModelDefinition } from './config.ts'
import type { Engine } from './engine/engine.ts'
import { typedArrayEngine } from './engine/typed-array.ts'
import { ModelLoadError } from './errors.ts'
import { loadModel } from './load.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const file = () => encodeModel(randomNet(smallConfig(2), 1))
const base64 = async () => btoa(String.fromCharCode(...(await file())))
const body = async () => new Blob([(await file()) as Uint8Array<ArrayBuffer>])

afterEach(() => vi.unstubAllGlobals())

test('from bytes, a buffer, an answer and base 64: the same model', async () => {
  const bytes = await file()
  const sources = [
    bytes,
    bytes.slice().buffer,
    new Response(await body()),
    { name: 'small', base64: await base64() },
  ]
  const ids = await Promise.all(sources.map(async (source) => (await loadModel(source)).id))
  expect(new Set(ids).size).toBe(1)
})

test('from an address', async () => {
  vi.stubGlobal(
    'fetch',
    async (url: URL) => new Response(url.pathname === '/net.runnel' ? await body() : null),
  )
  expect((await loadModel('https://models.test/net.runnel')).config.name).toBe('small')
  expect((await loadModel(new URL('https://models.test/net.runnel'))).stateLength).toBe(2)
})

test('an answer that is no success', async () => {
  await expect(loadModel(new Response('', { status: 404 }))).rejects.toThrow(ModelLoadError)
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
  await expect(loadModel('https://models.test/x')).rejects.toThrow(
    'https://models.test/x: the server answered 503',
  )
})

test('a network that fails', async () => {
  const cause = new TypeError('no route')
  vi.stubGlobal('fetch', () => Promise.reject(cause))
  await expect(loadModel('https://models.test/x')).rejects.toMatchObject({ code: 'model_load', cause })
})

test.each(['no address', '', 'https://', '/net.runnel'])('%j is no address', async (address) => {
  await expect(loadModel(address)).rejects.toThrow(ModelLoadError)
  await expect(loadModel(address)).rejects.toMatchObject({ source: address })
})

test.each<[string, unknown, source: string]>([
  ['a word', 'nonsense', 'nonsense'],
  ['nothing', undefined, 'undefined'],
  ['a module that was imported whole', { english: { name: 'small', base64: '' } }, '[object Object]'],
  ['a module that was not awaited', Promise.resolve({ name: 'small', base64: '' }), '[object Promise]'],
])('%s: the error says which forms there are', async (_, given, source) => {
  const forms = 'give bytes, a Response, a URL or an export of @runnel/models'
  const loading = loadModel(given as Uint8Array)
  await expect(loading).rejects.toThrow(ModelLoadError)
  await expect(loading).rejects.toMatchObject({ source, message: `cannot load model ${source}: ${forms}` })
})

test('an answer that was read before, or breaks off', async () => {
  const used = new Response('RNNL')
  await used.text()
  await expect(loadModel(used)).rejects.toThrow(ModelLoadError)
  const broken = new Response(
    new ReadableStream({ start: (controller) => controller.error(new Error('lost')) }),
  )
  // Chromium puts words of its own in place of the reason.
  await expect(loadModel(broken)).rejects.toThrow(
    /^cannot load model from a response: (lost|Failed to fetch)$/,
  )
})

test('an answer that is something else, or cut short', async () => {
  await expect(loadModel(new Response('<html>'))).rejects.toThrow('magic: expected RNNL, received "<htm"')
  await expect(loadModel(new Response((await body()).slice(0, 100)))).rejects.toMatchObject({
    field: 'length',
  })
})

test.each(['***', 'A', 'AAAAA', 'é'])('base 64 %j is none', async (base64) => {
  await expect(loadModel({ name: 'bad', base64 })).rejects.toThrow(
    'base64: expected base 64, received something else in bad',
  )
})

test('base 64 of something else, or cut short', async () => {
  await expect(loadModel({ name: 'x', base64: btoa('hello') })).rejects.toMatchObject({ field: 'magic' })
  const whole = await base64()
  await expect(loadModel({ name: 'x', base64: whole.slice(0, -8) })).rejects.toMatchObject({
    field: 'length',
  })
})

test('the engine asked for runs it', async () => {
  const prepared: ModelDefinition[] = []
  const engine: Engine = {
    name: 'spy',
    prepare: (definition) => {
      prepared.push(definition)
      return typedArrayEngine.prepare(definition)
    },
  }
  expect((await loadModel(await file(), { engine })).engine).toBe('spy')
  expect(prepared).toMatchObject([randomNet(smallConfig(2), 1)])
  const loaded = await loadModel(await file(), { engine: typedArrayEngine })
  expect(loaded.engine).toBe('typed-array')
})
