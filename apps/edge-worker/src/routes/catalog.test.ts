import { everyCipher } from '@runnel/core/ciphers'
import { languageList } from '@runnel/models'
import { expect, test } from 'vitest'
import { send, testService } from '../testing/requests.ts'

test('health', async () => {
  const response = await send('/health', undefined, {}, 'GET')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})

test('the root says how to use it', async () => {
  expect(await (await send('/', undefined, {}, 'GET')).text()).toContain(
    "curl -N -X POST -T . 'http://runnel.test/v1/decipher'",
  )
})

test('models and ciphers', async () => {
  const { send: bare } = testService({ MODEL_SHA256: {} })
  expect(await (await bare('/v1/models')).json()).toEqual({
    models: [
      { name: 'caesar-3' },
      { name: 'caesar-3-scalar' },
      { name: 'caesar-3-encipher' },
      { name: 'caesar-3-encipher-scalar' },
      { name: 'english' },
      { name: 'shift-any' },
      { name: 'european' },
    ],
    languages: Object.entries(languageList).map(([code, language]) => ({ code, ...language })),
  })
  const told = await (await send('/v1/ciphers', undefined, {}, 'GET')).json<{ ciphers: { name: string }[] }>()
  expect(told.ciphers.map(({ name }) => name)).toEqual(Object.keys(everyCipher))
  expect(told).toMatchObject({
    ciphers: expect.arrayContaining([
      { name: 'caesar', key: 'a whole number such as 3 or -3, or rot13' },
      {
        name: 'affine',
        key: 'two whole numbers such as 5,8, the first without a common divisor with the alphabet’s size',
      },
      { name: 'atbash', key: 'none: atbash has no key' },
      { name: 'rot47', key: 'none: rot47 has no key' },
    ]),
  })
})
