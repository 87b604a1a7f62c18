import { createAlphabet, createTokenizer, LATIN } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'
import { trainKneserNey } from '../kneser-ney/index.ts'
import type { Contender } from './contender.ts'
import { meaningOf } from './streams.ts'

/** Natural logarithm of the weight, in proportion to the best one, below which a key is dropped. */
const DROP = Math.log(1e-6)

/** Foretells a text, one key's own; it has read a space. Symbols are the ids of `tokenizer`. */
export interface Predictor {
  /** Probability that `symbol` comes next. */
  probabilityOf(symbol: number): number
  /** Reads a symbol. */
  push(symbol: number): void
  /** Gives back what it holds. */
  free(): void
}

const tokenizer = createTokenizer(`${LATIN} '0?`, { digit: '0', space: ' ', other: '?' })
const SPACE = tokenizer.idOf(0x20)

/** 5-grams with Kneser-Ney smoothing, counted in a text. */
export const countedPredictor = (training: string): (() => Predictor) => {
  const ids = tokenizer.encode(training).map((id) => id - 1)
  const ngrams = trainKneserNey(ids, tokenizer.vocabulary - 1, 5)
  return () => {
    const context = ngrams.createContext()
    context.push(SPACE - 1)
    return {
      probabilityOf: (symbol) => Math.exp(context.logProbability(symbol - 1)),
      push: (symbol) => context.push(symbol - 1),
      free() {},
    }
  }
}

/** A language model with symbols as in `tokenizer`, to which nothing is less probable than to Runnel's search. */
export const netPredictor = (model: RnnModel) => (): Predictor => {
  const state = model.createState()
  let expected = model.step(SPACE, state)
  return {
    probabilityOf: (symbol) => Math.max(1e-4, expected[symbol]),
    push(symbol) {
      expected = model.step(symbol, state)
    },
    free: () => state.free(),
  }
}

/** The mean of what two predictors say. */
export const bothPredictors = (a: () => Predictor, b: () => Predictor) => (): Predictor => {
  const [one, other] = [a(), b()]
  return {
    probabilityOf: (symbol) => (one.probabilityOf(symbol) + other.probabilityOf(symbol)) / 2,
    push(symbol) {
      one.push(symbol)
      other.push(symbol)
    },
    free() {
      one.free()
      other.free()
    },
  }
}

/**
 * The same search as Runnel's with any predictor: every shift has one of its own, and is weighed by how probable it
 * finds the text as that shift reads it. No change of key is looked for.
 */
export const predictorFilter = (name: string, createPredictor: () => Predictor): Contender => {
  const alphabet = createAlphabet(LATIN)
  const meanings = Array.from(LATIN, (_, shift) => meaningOf('caesar', { shift }))
  const letters = Array.from(LATIN, (letter) => tokenizer.idOf(letter.charCodeAt(0)))
  return {
    name,
    start() {
      let keys = meanings.map((_, shift) => ({ shift, weight: 0, predictor: createPredictor() }))
      let best = 0
      return (unit) => {
        const id = tokenizer.idOf(unit.charCodeAt(0))
        if (id === 0) return meanings[best]
        const index = alphabet.indexOf(unit.charCodeAt(0))
        for (const key of keys) {
          const symbol = index === -1 ? id : letters[(index - key.shift + 26) % 26]
          key.weight += Math.log(key.predictor.probabilityOf(symbol))
          key.predictor.push(symbol)
        }
        const most = Math.max(...keys.map(({ weight }) => weight))
        keys = keys.filter(({ weight, predictor }) => {
          const isKept = weight >= most + DROP
          if (!isKept) predictor.free()
          return isKept
        })
        best = keys.find(({ weight }) => weight === most)?.shift ?? best
        return meanings[best]
      }
    },
  }
}
