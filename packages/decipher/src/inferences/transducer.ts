import { type Alphabet, createCipher, InvalidOptionError } from '@runnel/core'
import { type RnnModel, type State, taskOf } from '@runnel/rnn-model'
import { eventKeyOf } from '../keys/event-key.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { Inference } from '../session/inference.ts'
import { createCertainInference } from './certain.ts'
import { checkTrainedOn } from './trained-on.ts'

/**
 * Reads ciphertext with a net that maps it straight to plaintext, one time step a character.
 *
 * Its word about a letter depends on nothing that comes later, so every letter is final at once.
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
  const { alphabet } = createCipher(task.cipher)
  const letterIds = Uint16Array.from(alphabet.letters, (letter) => {
    if (model.tokenizer.alphabet.includes(letter)) return model.tokenizer.idOf(letter.charCodeAt(0))
    throw new InvalidOptionError('model', name, `a net that knows every letter of ${task.cipher}`)
  })
  return createCertainInference({
    fingerprint: modelInWords(name, model),
    alphabet,
    key: { cipher: task.cipher, key: eventKeyOf(task.key), probability: 1 },
    createReader(saved) {
      const numbers = saved?.section('state').floats(model.stateLength)
      const state = numbers ? model.loadState(numbers) : model.createState()
      return {
        read: (text) => transduce({ model, alphabet, letterIds }, state, text),
        save: (sections) => sections.section('state').floats(model.saveState(state)),
        free: () => state.free(),
      }
    },
  })
}

/** A net, the letters of its cipher, and the net's token ids for them. */
interface Letters {
  readonly model: RnnModel
  readonly alphabet: Alphabet
  readonly letterIds: Uint16Array
}

/** The net's most probable letter for each letter of `text`, in the same case. Mutates `state`. */
const transduce = ({ model, alphabet, letterIds }: Letters, state: State, text: string): string => {
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
