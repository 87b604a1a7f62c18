import { afterEach, expect, test, vi } from 'vitest'
import { encodeModel } from './codec.ts'
import { ModelFormatError, ModelLoadError } from './errors.ts'
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

test('base 64 that is none', async () => {
  await expect(loadModel({ name: 'bad', base64: '***' })).rejects.toThrow(ModelFormatError)
})

test('an aborted signal ends it with its reason', async () => {
  const reason = new Error('enough')
  await expect(loadModel(await file(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const controller = new AbortController()
  vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
    controller.abort(reason)
    return Promise.reject(signal?.reason)
  })
  await expect(loadModel('https://models.test/x', { signal: controller.signal })).rejects.toBe(reason)
})
