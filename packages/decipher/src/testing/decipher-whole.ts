import { createCipher, PADDING } from '@runnel/core'
import { type RnnModel, taskOf } from '@runnel/rnn-model'

/**
 * The plaintext of a whole text by a net that reads it at once: one row of probabilities a symbol, and of each row the most
 * probable letter. What a session gives, however the text arrives, must be the same.
 */
export const decipherWhole =
  (model: RnnModel) =>
  (ciphertext: string): string => {
    const { vocabulary, alphabet: symbols } = model.tokenizer
    const { letters, indexOf } = createCipher(taskOf(model.config, 'transduce').cipher).alphabet
    const units = ciphertext.split('')
    const ids = units.map((unit) => model.tokenizer.idOf(unit.charCodeAt(0)))
    const read = ids.filter((id) => id !== PADDING)
    const rows = new Float32Array(read.length * vocabulary)
    const state = model.createState()
    model.run(read, state, rows)
    state.free()
    let row = 0
    return units
      .map((unit, i) => {
        const probabilities = ids[i] === PADDING ? [] : rows.subarray(vocabulary * row++, vocabulary * row)
        if (indexOf(unit.charCodeAt(0)) === -1) return unit
        const chances = Array.from(letters, (letter) => probabilities[symbols.indexOf(letter) + 1])
        const plain = letters[chances.indexOf(Math.max(...chances))]
        return unit === unit.toLowerCase() ? plain : plain.toUpperCase()
      })
      .join('')
  }
