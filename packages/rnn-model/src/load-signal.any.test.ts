import { afterEach, expect, test, vi } from 'vitest'
import { encodeModel } from './codec.ts'
import { loadModel } from './load.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const file = () => encodeModel(randomNet(smallConfig(2), 1))

afterEach(() => vi.unstubAllGlobals())

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

test('a signal that aborts while the answer comes', async () => {
  const controller = new AbortController()
  const reason = new Error('enough')
  const answer = new ReadableStream({
    pull: (stream) => {
      controller.abort(reason)
      stream.error(new Error('torn down'))
    },
  })
  vi.stubGlobal('fetch', async () => new Response(answer))
  await expect(loadModel('https://models.test/x', { signal: controller.signal })).rejects.toBe(reason)
})

test('nothing is fetched for a signal that is aborted already', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (url: URL) => asked.push(url))
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(loadModel('https://models.test/x', { signal })).rejects.toThrow('enough')
  expect(asked).toEqual([])
})

test('a signal that never aborts changes nothing', async () => {
  const { signal } = new AbortController()
  const bytes = await file()
  vi.stubGlobal('fetch', async (_: URL, options: RequestInit) => {
    expect(options.signal).toBe(signal)
    return new Response(bytes.slice())
  })
  expect((await loadModel('https://models.test/x', { signal })).id).toBe((await loadModel(bytes)).id)
})
