import { createCaesar, createRandom } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { enumerateKeys } from '../keys/enumerate-keys.ts'
import { createBigramModel } from '../testing/index.ts'

const plaintext = 'The morning was cold, and the boat had not come. She waited by the water. '.repeat(3)
const caesar = createCaesar()
const shifts = [0, 3, 13]
const decipherer = createDecipherer({
  model: createBigramModel(),
  cipher: enumerateKeys(
    caesar,
    shifts.map((shift) => ({ shift })),
  ),
  search: { drop: 0.01 },
  keyChange: { rate: 0.1 },
  commit: { probability: 0.9 },
})

/** Texts by a seed. */
const kinds: Record<string, (seed: number) => string> = {
  'its key changes every few letters': (seed) => {
    const random = createRandom(seed)
    let text = ''
    while (text.length < plaintext.length) {
      const piece = plaintext.slice(text.length, text.length + 6 + random.integer(8))
      text += caesar.encrypt(piece, { shift: shifts[random.integer(shifts.length)] })
    }
    return text
  },
  'no key explains it': (seed) => {
    const random = createRandom(seed)
    return Array.from({ length: 80 }, () => 'AaIue '[random.integer(6)]).join('')
  },
}

describe.each(Object.entries(kinds))('a session that moves after each letter, %s', (_, textOf) => {
  test('tells what one that stays tells', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const stays = decipherer.createSession()
      let moves = decipherer.createSession()
      for (const unit of textOf(seed)) {
        expect(moves.push(unit), `seed ${seed}`).toEqual(stays.push(unit))
        moves = decipherer.createSession(moves.snapshot())
      }
      expect(moves.flush(), `seed ${seed}`).toEqual(stays.flush())
    }
  })
})
