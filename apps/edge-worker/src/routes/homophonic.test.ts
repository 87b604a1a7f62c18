import { createRandom } from '@runnel/core'
import { createHomophonic } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { send, testService } from '../testing/requests.ts'

const PLAINTEXT =
  'there was no possibility of taking a walk that day we had been wandering indeed in the leafless shrubbery an hour in the ' +
  'morning but since dinner the cold winter wind had brought with it clouds so sombre and a rain so penetrating that ' +
  'further outdoor exercise was now out of the question'
const { encrypt, generateKey, formatKey } = createHomophonic()
const random = createRandom(2)
const key = generateKey(random, { size: 40 })
const ciphertext = encrypt(PLAINTEXT, key, random)

test('a homophonic substitution of unknown key is deciphered, with the counts of the assets', async () => {
  const response = await send('/v1/decipher?cipher=homophonic', ciphertext)
  const text = await response.text()
  const wrong = Array.from(PLAINTEXT).filter((letter, at) => text[at] !== letter).length
  expect([text.length, wrong < 8]).toEqual([PLAINTEXT.length, true])
})

test('with its key it is read at once, and what is no key is refused', async () => {
  const path = '/v1/decipher?cipher=homophonic&key='
  expect(await (await send(path + encodeURIComponent(formatKey(key)), ciphertext)).text()).toBe(PLAINTEXT)
  const refused = await send(`${path}9`, ciphertext)
  expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'invalid_option' }])
})

test('its work counts as work of the stream', async () => {
  const { send: ask } = testService({ CEILINGS: { work: 5000 } })
  const headers = { accept: 'application/x-ndjson' }
  const answer = await ask('/v1/decipher?cipher=homophonic', { method: 'POST', body: ciphertext, headers })
  const last = (await answer.text()).trim().split('\n').at(-1) as string
  expect(JSON.parse(last)).toMatchObject({ type: 'error', code: 'too_much_work' })
})

test('letters and words that are known are for the simple substitution, and are refused', async () => {
  const refused = await send('/v1/decipher?cipher=homophonic&known=X=e', 'x')
  expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'invalid_option' }])
})
