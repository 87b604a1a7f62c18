import { createRandom, LATIN } from '@runnel/core'
import { type Engine, type RnnModel, type Task, type WeightArray, weightShapes } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'

/**
 * A net whose every letter depends on all that came before: a state that loses a number, or takes one from
 * another stream, soon gives other letters. Its text means nothing; compare it with `decipherWhole`.
 *
 * Made as a language model it finds much in one text and little in another, so that a search over keys with it
 * never rests. Weights are uniform random numbers, so that no function of `Math` has a say in them; the recurrent ones are so
 * large that differences grow.
 */
export const createRecallingModel = (engine?: Engine, task: Task = caesar3()): RnnModel => {
  const config = {
    name: 'recalling',
    tokenizer: { alphabet: `${LATIN} '0?`, digit: '0', space: ' ', other: '?' },
    input: 'one-hot' as const,
    layers: [
      { cell: 'simple-rnn', units: 12 },
      { cell: 'lstm', units: 12 },
    ],
    task,
  }
  const random = createRandom(7)
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const size = shape.reduce((product, side) => product * side, 1)
    const largest = name.endsWith('bias') ? 0 : name.endsWith('recurrent') ? 6 / Math.sqrt(shape[0]) : 2
    const values = Float32Array.from({ length: size }, () => (2 * random.next() - 1) * largest)
    weights[name] = { shape, values }
  }
  return createModel({ config, weights }, config.name, engine)
}

const caesar3 = (): Task => ({
  kind: 'transduce',
  direction: 'decipher',
  cipher: 'caesar',
  key: { shift: 3 },
})
