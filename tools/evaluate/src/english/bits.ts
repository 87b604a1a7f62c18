import { type Engine, type ModelDefinition, taskOf } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'
import type { KneserNeyModel } from '../kneser-ney/index.ts'

/** Bits per character of a model that foretold a text, and its speed. */
export interface Foretold {
  /** Mean of -log2 of the probability it gave to the symbol that came; the first one is only read. */
  bitsPerCharacter: number
  charactersPerSecond: number
}

/** Time steps in one call. */
const CHUNK = 1000

/** A language model over ids of its own tokenizer, in one stream with its state carried throughout. */
export const foretoldByNet = (ids: Uint16Array, definition: ModelDefinition, engine: Engine): Foretold => {
  taskOf(definition.config, 'language')
  const model = createModel(definition, '', engine, { output: 'log-probabilities' })
  const state = model.createState()
  const out = new Float32Array(CHUNK * model.outputs)
  return timed(ids.length - 1, () => {
    let nats = 0
    for (let from = 0; from + 1 < ids.length; from += CHUNK) {
      const chunk = ids.subarray(from, Math.min(from + CHUNK, ids.length - 1))
      model.run(chunk, state, out)
      for (let t = 0; t < chunk.length; t++) nats -= out[t * model.outputs + ids[from + t + 1]]
    }
    return nats
  })
}

/** An n-gram model over the same ids; its symbols are the ids less 1, since no symbol has id 0. */
export const foretoldByNgrams = (ids: Uint16Array, model: KneserNeyModel): Foretold => {
  const context = model.createContext()
  return timed(ids.length - 1, () => {
    let nats = 0
    for (let t = 0; t < ids.length; t++) {
      if (t > 0) nats -= context.logProbability(ids[t] - 1)
      context.push(ids[t] - 1)
    }
    return nats
  })
}

const timed = (characters: number, read: () => number): Foretold => {
  const started = performance.now()
  const nats = read()
  const seconds = (performance.now() - started) / 1000
  return { bitsPerCharacter: nats / Math.LN2 / characters, charactersPerSecond: characters / seconds }
}
