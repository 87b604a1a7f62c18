import { createTokenizer, LATIN } from '@runnel/core'
import {
  type Engine,
  type ModelConfig,
  type RnnModel,
  type WeightArray,
  weightShapes,
} from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'

/**
 * A language model made by hand: it knows how often each symbol follows each other one in a text, and nothing more.
 * Each symbol lights one unit, and the unit's row of output weights is the logarithm of those shares.
 */
export const createBigramModel = (text: string = SAMPLE, engine?: Engine): RnnModel => {
  const config: ModelConfig = {
    name: 'bigrams',
    tokenizer: { alphabet: `${LATIN} '0?`, digit: '0', space: ' ', other: '?' },
    input: 'one-hot',
    layers: [{ cell: 'simple-rnn', units: 31 }],
    task: { kind: 'language' },
  }
  const { alphabet, ...classes } = config.tokenizer
  const { vocabulary, encode } = createTokenizer(alphabet, classes)
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    weights[name] = { shape, values: new Float32Array(shape.reduce((product, side) => product * side, 1)) }
  }
  // Every pair counts a little, seen or not.
  const counts = Array.from({ length: vocabulary }, () => new Array<number>(vocabulary).fill(0.02))
  const ids = encode(text)
  for (let i = 1; i < ids.length; i++) counts[ids[i - 1]][ids[i]]++
  counts.forEach((row, id) => {
    weights['layer0.kernel'].values[id * 31 + id] = 8
    const total = row.reduce((sum, count) => sum + count, 0)
    row.forEach((count, next) => {
      weights['output.kernel'].values[id * vocabulary + next] = roundedLogarithm(count / total)
    })
  })
  return createModel({ config, weights }, config.name, engine)
}

/** To 12 bits, so that a last bit that differs between runtimes makes no other model. */
const roundedLogarithm = (value: number): number => Math.round(Math.log(value) * 4096) / 4096

const SAMPLE = `the river comes down from the hills in spring and carries the snow of the winter with it to the sea. there
is a mill at the bend where the water is quick, and the man who keeps it has seen forty such springs. he says that the
stream was here before the village and will be here when the last house has fallen. when the children ask him how old
he is he tells them that he has not counted, for the wheel turns whether he counts or not. in the evening he sits by the
door with a pipe and listens to the stones that roll along the bottom. they make a sound like people talking in the next
room, and if you are tired enough you will hear your own name among the words. this year the ice went out early. the
bridge held, but the road beyond it was gone for a week, and letters came by boat. nobody minded much. there was bread
and there was firewood, and what could be written could also wait. only the teacher walked up and down the bank each
morning and looked across, because she had asked a question in the autumn and the answer was on the other side.`
