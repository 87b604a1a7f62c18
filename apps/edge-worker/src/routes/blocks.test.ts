import { expect, test } from 'vitest'
import { send } from '../testing/requests.ts'

const plaintext = 'The morning was cold, and the boat had not come. Nobody on the quay would say when.'

test('a cipher of blocks, there and back with its key', async () => {
  const query = '?cipher=playfair&key=playfair%20example'
  const ciphertext = await (await send(`/v1/encipher${query}`, plaintext)).text()
  expect(ciphertext).not.toContain('morning')
  expect(await (await send(`/v1/decipher${query}`, ciphertext)).text()).toBe(plaintext)
})

test('numbers, with their key', async () => {
  const query = '?cipher=nihilist&key=zebras,russian'
  const numbers = await (await send(`/v1/encipher${query}`, 'dynamite')).text()
  expect(numbers).toBe('37 106 62 36 67 47 86 26')
  expect(await (await send(`/v1/decipher${query}`, numbers)).text()).toBe('DYNAMITE')
})

test('mixed alphabets, with their key', async () => {
  const query = '?cipher=quagmire4&key=SENSORY,PERCEPTION,EXTRA,S'
  const ciphertext = await (await send(`/v1/encipher${query}`, 'This one employs')).text()
  expect(ciphertext).toBe('Vbmr fcy ispmpbr')
  expect(await (await send(`/v1/decipher${query}`, ciphertext)).text()).toBe('This one employs')
})

test('a matrix is found without its key; a square is not sought here', async () => {
  const ciphertext = await (await send('/v1/encipher?cipher=hill&key=HILL', plaintext)).text()
  expect(await (await send('/v1/decipher?cipher=hill', ciphertext)).text()).toBe(plaintext)
  const refused = await send('/v1/decipher?cipher=playfair', ciphertext)
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('is not sought here') })
})
