import { env } from 'cloudflare:workers'
import { alphabets } from '@runnel/core/alphabets'
import { createSubstitution } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createSubstitutionLoader } from '../substitution-loader.ts'
import { send, testService } from '../testing/requests.ts'

const substitution = createSubstitution()
const PLAINTEXT =
  'There was no possibility of taking a walk that day. We had been wandering, indeed, in the leafless shrubbery an hour in the morning.'
const ciphertext = substitution.encrypt(PLAINTEXT, substitution.parseKey('zebras'))

const noAssets = { fetch: async () => new Response(null, { status: 404 }) } as unknown as Fetcher

test('a substitution of unknown key is deciphered, with the counts of the assets', async () => {
  const response = await send('/v1/decipher?cipher=substitution', ciphertext)
  expect(await response.text()).toBe(PLAINTEXT)
})

test('it is found though no cipher is named, within the letters that are set for it', async () => {
  const asked = { method: 'POST', body: ciphertext, headers: { accept: 'application/json' } }
  const answer = async (bindings: Parameters<typeof testService>[0]): Promise<Record<string, unknown>> =>
    (await testService(bindings).send('/v1/decipher', asked)).json()
  expect(await answer({})).toMatchObject({ cipher: 'substitution', text: PLAINTEXT })
  for (const bindings of [{ SEEK_SUBSTITUTION: 0 }, { SEEK_LETTERS: 0 }, { ASSETS: noAssets }]) {
    expect(await answer(bindings)).toMatchObject({ cipher: 'unknown', text: ciphertext })
  }
})

test('in a language of another script too, whose rarest letters are letters of the ciphertext', async () => {
  const { letters } = alphabets.ru
  const russian = createSubstitution(letters)
  const plaintext =
    'В начале июля, в чрезвычайно жаркое время, под вечер один молодой человек вышел из своей каморки на улицу и медленно отправился к мосту.'
  const text = russian.encrypt(plaintext, russian.parseKey('объём'))
  const response = await send('/v1/decipher?cipher=substitution&language=ru', text)
  expect(await response.text()).toBe(plaintext)
})

test('its words come with the counts of English; no list of another language is asked for', async () => {
  const asked: string[] = []
  const fetch = (url: string) => {
    asked.push(url.slice(url.lastIndexOf('/') + 1))
    return (env.ASSETS as Fetcher).fetch(url)
  }
  const load = createSubstitutionLoader()
  for (const language of ['en', 'de']) await load(language, { fetch } as unknown as Fetcher)
  expect(asked).toEqual([
    ...['english-words.counts', 'english-letters.counts', 'english-key-words.words'],
    ...['german-words.counts', 'german-letters.counts'],
  ])
})

test('with its key it needs none of them', async () => {
  const service = testService({ ASSETS: noAssets })
  const init = { method: 'POST', body: ciphertext }
  const known = await service.send('/v1/decipher?cipher=substitution&key=zebras', init)
  expect(await known.text()).toBe(PLAINTEXT)
  const unknown = await service.send('/v1/decipher?cipher=substitution', init)
  expect([unknown.status, await unknown.json()]).toMatchObject([503, { code: 'model_unavailable' }])
})

test('letters and words that are known are read so; of another cipher, and of no letters, they are refused', async () => {
  const path = '/v1/decipher?cipher=substitution&known='
  expect(await (await send(`${path}s=f,a=e`, 'Siaa zq lkba')).text()).toMatch(/^F.ee .. ...e$/)
  const crib = '/v1/decipher?cipher=substitution&crib=chrysalis,quixotic'
  const words = substitution.encrypt('quixotic chrysalis', substitution.parseKey('zebras'))
  expect(await (await send(crib, words)).text()).toBe('quixotic chrysalis')
  for (const [wrong, detail] of [
    [`${path}s`, 'known: expected letters such as X=e,Q=u'],
    ['/v1/decipher?cipher=caesar&known=s=f', 'known: expected cipher substitution beside it, and no key'],
    ['/v1/decipher?cipher=auto&crib=bread', 'crib: expected cipher substitution beside it, and no key'],
    ['/v1/decipher?cipher=substitution&crib=b', 'crib: expected up to 16 words of 2 to 64 letters'],
    [`${path}s=f&key=zebras`, 'known: expected cipher substitution beside it, and no key'],
  ]) {
    const response = await send(wrong, 'x')
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'invalid_option', detail: expect.stringContaining(detail) },
    ])
  }
})
