import { LATIN } from '@runnel/core'
import { type Engine, type RnnModel, type WeightArray, weightShapes } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'

/**
 * A net made by hand that deciphers Caesar of one shift without a mistake: each symbol lights one unit, and
 * the unit names the letter. Its state carries the symbol before, too weakly to matter.
 */
export const createFixedShiftModel = (shift: number, engine?: Engine): RnnModel => {
  const config = {
    name: `fixed-shift-${shift}`,
    tokenizer: { alphabet: `${LATIN} '0?`, digit: '0', space: ' ', other: '?' },
    input: 'one-hot' as const,
    layers: [{ cell: 'simple-rnn', units: 26 }],
    task: { kind: 'transduce' as const, direction: 'decipher' as const, cipher: 'caesar', key: { shift } },
  }
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    weights[name] = { shape, values: new Float32Array(shape.reduce((product, side) => product * side, 1)) }
  }
  const vocabulary = 31
  for (let letter = 0; letter < 26; letter++) {
    weights['layer0.kernel'].values[(letter + 1) * 26 + letter] = 3
    weights['layer0.recurrent'].values[letter * 26 + ((letter + 7) % 26)] = 0.2
    const plain = (((letter - shift) % 26) + 26) % 26
    weights['output.kernel'].values[letter * vocabulary + plain + 1] = 8
  }
  return createModel({ config, weights }, config.name, engine)
}
