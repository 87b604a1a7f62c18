import { env } from 'cloudflare:workers'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { sha256 } from 'hono/utils/crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createModelLoader } from './model-loader.ts'
import type { ModelShelf } from './model-shelf.ts'
import { testService } from './testing/requests.ts'

const file = Uint8Array.from(atob(caesar3.base64), (unit) => unit.charCodeAt(0))
const digest = (await sha256(file)) as string
const MODELS = env.MODELS as R2Bucket
const shelf: ModelShelf = { MODELS, sha256: { mine: digest } }

beforeEach(async () => {
  await MODELS.put('mine.runnel', file)
})

describe('over HTTP', () => {
  const { send, log } = testService({ MODELS, MODEL_SHA256: JSON.stringify({ mine: digest }) })

  test('a model of the bucket deciphers, and is listed', async () => {
    const answer = await send('/v1/decipher?model=mine', { method: 'POST', body: 'L Olnh Dssohv' })
    expect(await answer.text()).toBe('I Like Apples')
    const { models } = (await (await send('/v1/models')).json()) as { models: { name: string }[] }
    expect(models.at(-1)).toEqual({ name: 'mine' })
  })

  test('sessions use it too', async () => {
    expect((await send('/v1/sessions?model=nothing', { method: 'POST' })).status).toBe(400)
    const { send: open } = testService()
    // The object reads its own settings, which wrangler.jsonc and the tests' configuration give it.
    const begun = await open('/v1/sessions?model=tested', { method: 'POST' })
    expect(begun.status).toBe(503)
    expect(await begun.json()).toMatchObject({ code: 'model_unavailable' })
  })

  test('a net that reads many languages comes from the static assets', async () => {
    const text = 'Puq Rdmg wmy iuqpqd, zmotpqy euq xmzsq zuotfe sqeqtqz tmffq.'
    const answer = await send('/v1/decipher?model=european&cipher=caesar', { method: 'POST', body: text })
    expect(await answer.text()).toBe('Die Frau kam wieder, nachdem sie lange nichts gesehen hatte.')
  })

  test('names that are not listed are refused, whatever the bucket holds', async () => {
    await MODELS.put('other.runnel', file)
    const answer = await send('/v1/decipher?model=other', { method: 'POST' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('shift-any, european, mine')
  })

  test('a model that cannot be had is a 503 that tells nothing of the bucket', async () => {
    const missing = testService({ MODELS, MODEL_SHA256: { gone: digest } })
    const answer = await missing.send('/v1/decipher?model=gone', { method: 'POST' })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(await answer.json()).toMatchObject({
      code: 'model_unavailable',
      detail: 'the model gone cannot be loaded here at present',
    })
    expect(JSON.stringify(missing.log)).toContain('neither the bucket MODELS nor the assets have gone.runnel')
  })

  test('nothing was logged of what went well but reports', () => {
    expect(log.filter(({ fault }) => fault !== undefined)).toEqual([])
  })
})

describe('the loader', () => {
  test('a file that is not the listed one is refused', async () => {
    const altered = file.slice()
    altered[100] ^= 1
    await MODELS.put('mine.runnel', altered)
    await expect(createModelLoader()('mine', shelf)).rejects.toMatchObject({
      code: 'model_unavailable',
      cause: { message: expect.stringMatching(/^SHA-256 is [0-9a-f]{64}, not /) },
    })
  })

  test('a listed file that is no model is refused', async () => {
    const junk = new TextEncoder().encode('junk')
    await MODELS.put('mine.runnel', junk)
    const listed = { MODELS, sha256: { mine: (await sha256(junk)) as string } }
    await expect(createModelLoader()('mine', listed)).rejects.toMatchObject({
      cause: { code: 'model_format' },
    })
  })

  test('a file that is too large is not even read', async () => {
    const arrayBuffer = vi.fn()
    const bucket = { get: async () => ({ size: 1e9, arrayBuffer }) } as unknown as R2Bucket
    const listed = { MODELS: bucket, sha256: { mine: digest } }
    await expect(createModelLoader()('mine', listed)).rejects.toMatchObject({ code: 'model_unavailable' })
    expect(arrayBuffer).not.toHaveBeenCalled()
  })

  test('static assets serve where there is no bucket', async () => {
    const asked: string[] = []
    const ASSETS = {
      fetch: async (url: string) => {
        asked.push(url)
        return new Response(file)
      },
    } as unknown as Fetcher
    const model = await createModelLoader()('mine', { ASSETS, sha256: { mine: digest } })
    expect(model.id).toBe((await loadModel(file)).id)
    expect(asked).toEqual(['https://assets.internal/models/mine.runnel'])
  })

  test('the last four are kept, each read once while it is', async () => {
    const get = vi.fn(async () => new Response(file) as unknown as R2ObjectBody)
    const names = ['a', 'b', 'c', 'd', 'e']
    const sha256 = Object.fromEntries(names.map((name) => [name, digest]))
    const load = createModelLoader()
    const bucket: ModelShelf = { MODELS: { get } as unknown as R2Bucket, sha256 }
    for (const name of ['a', 'b', 'c', 'd', 'a']) await load(name, bucket)
    expect(get).toHaveBeenCalledTimes(4)
    await load('e', bucket)
    await load('a', bucket)
    expect(get).toHaveBeenCalledTimes(5)
    await load('b', bucket)
    expect(get).toHaveBeenCalledTimes(6)
  })
})
