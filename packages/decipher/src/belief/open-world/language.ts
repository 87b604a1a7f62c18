import type { Alphabet, Tokenizer } from '@runnel/core'
import type { LanguageModel } from '../../language/language-model.ts'
import { dreamt } from '../hypothesis/dreamt.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { DREAM } from './constants.ts'

/** All that is to be known of a language to tell it from other text. */
export interface Language {
  readonly alphabet: Alphabet
  readonly tokenizer: Tokenizer
  /** Of each token, `[vocabulary]`, among the first two of a word; they sum to 1, the space left out. */
  readonly frequencies: Float64Array
  /** Bits that a letter of it takes. */
  bits(): number
  /** Share of a character in its token, where keys that read one token as another are weighed by characters. */
  shareOf?(unit: number): number
}

/** The language of a plan's model, as the model knows it. */
export const languageOf = (plan: SearchPlan): Language => {
  const { model, family } = plan
  let bits: number | undefined
  return {
    alphabet: family.alphabet,
    tokenizer: model.tokenizer,
    frequencies: frequenciesOf(plan),
    bits() {
      bits ??= dreamtBits(model, family.alphabet)
      return bits
    },
  }
}

const frequenciesOf = ({ model, start, pairs }: SearchPlan): Float64Array => {
  const { outputs, tokenizer } = model
  const first = start.expected
  const frequencies = Float64Array.from(first)
  for (let id = 1; id < outputs; id++) {
    for (let next = 1; next < outputs; next++) frequencies[next] += first[id] * pairs[id * outputs + next]
  }
  frequencies[tokenizer.idOf(0x20)] = 0
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0)
  return frequencies.map((frequency) => frequency / total)
}

/** Bits that the model expects a letter to take, on average over a text that it dreams up itself. */
const dreamtBits = (model: LanguageModel, alphabet: Alphabet): number => {
  const letters = Array.from(alphabet.letters, (letter) => model.tokenizer.idOf(letter.charCodeAt(0)))
  let [bits, mass] = [0, 0]
  for (const expected of dreamt(model, DREAM)) {
    for (const letter of letters) {
      const probability = expected[letter]
      if (probability > 0) bits -= probability * Math.log2(probability)
      mass += probability
    }
  }
  return bits / mass
}
