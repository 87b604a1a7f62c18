import { createCaesar, createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { enumerateKeys } from '../keys/enumerate-keys.ts'
import { createBigramModel } from '../testing/index.ts'

const sentence =
  'The morning was cold, and the boat had not come; nobody in the village knew who had sent it. '
const caesar = createCaesar()

/** Scraps under a key each: factors that grow with every letter come to more than a number holds. */
const scraps = (length: number): string => {
  const random = createRandom(1)
  let text = ''
  while (text.length < length) {
    const from = random.integer(sentence.length - 8)
    text += caesar.encrypt(sentence.slice(from, from + 8), { shift: 1 + random.integer(25) })
  }
  return text
}

test('a session whose key has changed all the time writes a snapshot that is read, and goes on alike', () => {
  const decipherer = createDecipherer({
    model: createBigramModel(),
    cipher: enumerateKeys(
      caesar,
      Array.from({ length: 25 }, (_, i) => ({ shift: i + 1 })),
    ),
    keyChange: { rate: 0.5 },
  })
  const stays = decipherer.createSession()
  stays.push(scraps(900))
  const moves = decipherer.createSession(stays.snapshot())
  expect(moves.push(sentence)).toEqual(stays.push(sentence))
  expect(moves.flush()).toEqual(stays.flush())
})
