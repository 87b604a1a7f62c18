import { createRandom } from '@runnel/core'
import { type ModelConfig, type ModelDefinition, type WeightArray, weightShapes } from '@runnel/rnn-model'

/** The nets that are measured: cell and units; 28 symbols. */
export const shapes: readonly (readonly [cell: string, units: number])[] = [
  ['simple-rnn', 64],
  ['gru', 128],
  ['gru', 256],
  ['gru', 384],
  ['lstm', 256],
]

/** A net of that shape with random weights: how fast it runs depends on the shape alone. */
export const netOf = (cell: string, units: number): ModelDefinition => {
  const config: ModelConfig = {
    name: `${cell}-${units}`,
    tokenizer: { alphabet: 'abcdefghijklmnopqrstuvwxyz ', digit: ' ', space: ' ', other: ' ' },
    input: 'one-hot',
    layers: [{ cell, units }],
    task: { kind: 'transduce', direction: 'decipher', cipher: 'caesar', key: { shift: 3 } },
  }
  const random = createRandom(1)
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const size = shape.reduce((product, side) => product * side, 1)
    const scale = 0.9 / Math.sqrt(shape[0])
    weights[name] = { shape, values: Float32Array.from({ length: size }, () => random.normal() * scale) }
  }
  return { config, weights }
}
