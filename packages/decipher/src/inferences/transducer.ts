import { type Alphabet, createCipher, InvalidOptionError } from '@runnel/core'
import { type RnnModel, type State, taskOf } from '@runnel/rnn-model'
import { createByteReader, createByteWriter } from '../saving/bytes.ts'
import type { Inference } from '../session/inference.ts'
import { createCertainInference } from './certain.ts'
import { checkTrainedOn } from './trained-on.ts'

/**
 * Reads ciphertext with a net that maps it straight to plaintext, one time step a character.
 *
 * What the net says about a letter depends on nothing that comes later, so every letter is final at once.
 *
 * @throws InvalidOptionError when the net does something else, or lacks a letter of its cipher
 */
export const createTransducer = (model: RnnModel, wanted = 'auto'): Inference => {
  const { name } = model.config
  const task = taskOf(model.config, 'transduce')
  if (task.direction !== 'decipher') {
    throw new InvalidOptionError('model', name, 'a net that deciphers; this one enciphers')
  }
  checkTrainedOn(model, task.cipher, wanted)
  const cipher = createCipher(task.cipher)
  const belief = { cipher: task.cipher, key: Object.freeze({ ...task.key }), probability: 1 }
  const letterIds = Uint16Array.from(cipher.alphabet.letters, (letter) => {
    if (model.tokenizer.alphabet.includes(letter)) return model.tokenizer.idOf(letter.charCodeAt(0))
    throw new InvalidOptionError('model', name, `a net that knows every letter of ${task.cipher}`)
  })
  const { alphabet } = cipher
  return createCertainInference(`model ${name} ${model.id}`, alphabet, belief, (saved) => {
    const state = saved ? restored(saved, model) : model.createState()
    return {
      read: (text) => transduce(text, model, state, alphabet, letterIds),
      save() {
        const writer = createByteWriter()
        writer.floats(model.saveState(state))
        return writer.bytes()
      },
      free: () => state.free(),
    }
  })
}

const restored = (saved: Uint8Array, model: RnnModel): State => {
  const reader = createByteReader(saved)
  const values = reader.floats(model.stateLength)
  reader.end()
  return model.loadState(values)
}

/** The net's most probable letter for each letter of `text`, in the same case. Mutates `state`. */
const transduce = (
  text: string,
  model: RnnModel,
  state: State,
  alphabet: Alphabet,
  letterIds: Uint16Array,
): string => {
  let plaintext = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const id = model.tokenizer.idOf(unit)
    const isLetter = alphabet.indexOf(unit) !== -1
    // No token: the second half of a surrogate pair; any character, for a net with no symbol for others.
    const probabilities = id > 0 ? model.step(id, state) : undefined
    plaintext +=
      isLetter && probabilities
        ? String.fromCharCode(alphabet.letterAt(mostProbable(probabilities, letterIds), unit))
        : text[i]
  }
  return plaintext
}

/** Index of the letter whose id has the highest probability; the first of equals. */
const mostProbable = (probabilities: Float32Array, letterIds: Uint16Array): number => {
  let best = 0
  for (let index = 1; index < letterIds.length; index++) {
    if (probabilities[letterIds[index]] > probabilities[letterIds[best]]) best = index
  }
  return best
}
