import { LATIN } from '@runnel/core'
import type { LanguageModel } from '../../language/language-model.ts'
import { KIN_SHARES, KIN_SYMBOLS, MOST_KIN } from './constants.ts'
import { dreamt } from './dreamt.ts'

/**
 * Tells how much languages akin like each symbol, next to the model's own: the fourth root of its shares there and here. English
 * hardly has a z or a j.
 *
 * @returns a factor for each symbol, `[outputs]`; 1 for what is no Latin letter
 */
export const kinOf = (model: LanguageModel): Float32Array => {
  const { alphabet, idOf } = model.tokenizer
  const ids = Array.from(LATIN, (letter) => (alphabet.includes(letter) ? idOf(letter.charCodeAt(0)) : 0))
  const own = new Float64Array(model.outputs)
  let letters = 0
  // Counts do, where they stand beside a net.
  for (const expected of dreamt(model, KIN_SYMBOLS, 0)) {
    for (const id of ids) {
      own[id] += expected[id]
      letters += expected[id]
    }
  }
  const kin = new Float32Array(model.outputs).fill(1)
  ids.forEach((id, index) => {
    const times = (KIN_SHARES[index] / 10_000) * (letters / own[id])
    if (id > 0) kin[id] = Math.sqrt(Math.sqrt(Math.min(MOST_KIN, times)))
  })
  return kin
}
