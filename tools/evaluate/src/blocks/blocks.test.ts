import { findCipher } from '@runnel/core/ciphers'
import { createDecipherer, finalText } from '@runnel/decipher'
import { blockFinders } from '@runnel/decipher/ciphers'
import { expect, test } from 'vitest'
import { openCounts, openModel } from '../open-model.ts'

const plaintext =
  'The morning was cold, and the boat had not come. Nobody on the quay would say when it was expected, and the harbour ' +
  'master had gone home. So we walked along the water to the old mill, and waited there for the evening to come down.'

test.each([
  ['hill', 'HILL'],
  ['playfair', 'monarchy'],
])('%s: the key %s is found by the counts that ship', async (name, written) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  const ciphertext = cipher.encrypt(plaintext, key)
  const means = { model: await openModel('english', undefined), counts: await openCounts() }
  const session = createDecipherer({ ...means, cipher: blockFinders[name]() }).createSession()
  const read = finalText([...session.push(ciphertext), ...session.flush()])
  expect(read).toBe(cipher.decrypt(ciphertext, key))
})
