import { createAlphabet, LATIN, PADDING } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'

/**
 * Runs a net over a text by itself, with no session around it: each letter becomes the net's most
 * probable letter. The state starts afresh after every `window` characters, if given.
 */
export const runNet = (model: RnnModel, text: string, window = Number.POSITIVE_INFINITY): string => {
  const alphabet = createAlphabet(LATIN)
  const letterIds = Array.from(LATIN, (letter) => model.tokenizer.idOf(letter.charCodeAt(0)))
  const units = new Uint16Array(text.length)
  let state = model.createState()
  for (let i = 0, read = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const id = model.tokenizer.idOf(unit)
    units[i] = unit
    if (id === PADDING) continue
    if (read++ % window === 0) state = model.createState()
    const probabilities = model.step(id, state)
    if (alphabet.indexOf(unit) === -1) continue
    const best = letterIds.reduce(
      (a, b, index) => (probabilities[b] > probabilities[letterIds[a]] ? index : a),
      0,
    )
    units[i] = alphabet.letterAt(best, unit)
  }
  return new TextDecoder('utf-16le').decode(units)
}
