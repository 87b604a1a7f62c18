import { createRandom, LATIN } from '@runnel/core'
import { createModel, type Engine, type RnnModel, type WeightArray, weightShapes } from '@runnel/rnn-model'

/**
 * A net whose every letter depends on all that came before: a state that loses a number, or takes one from
 * another stream, soon gives other letters. Its text means nothing; compare it with `decipherWhole`.
 *
 * Weights are uniform random numbers, so that no function of `Math` has a say in them; the recurrent ones are so
 * large that differences grow.
 */
export const createRecallingModel = (engine?: Engine): RnnModel => {
  const config = {
    name: 'recalling',
    tokenizer: { alphabet: `${LATIN} '0?`, digit: '0', space: ' ', other: '?' },
    input: 'one-hot' as const,
    layers: [
      { cell: 'simple-rnn', units: 12 },
      { cell: 'lstm', units: 12 },
    ],
    task: {
      kind: 'transduce' as const,
      direction: 'decipher' as const,
      cipher: 'caesar',
      key: { shift: 3 },
    },
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
