import { createRandom, LATIN } from '@runnel/core'
import type { InputForm, ModelConfig, ModelDefinition, WeightArray } from '../config.ts'
import { weightShapes } from '../weight-shapes.ts'

/** A configuration for tests: the assignment's net, of any size. */
export const smallConfig = (
  units = 8,
  input: InputForm = 'one-hot',
  alphabet = `${LATIN} '0?`,
  cells: readonly string[] = ['simple-rnn'],
): ModelConfig => ({
  name: 'small',
  tokenizer: { alphabet, digit: '0', space: ' ', other: '?' },
  input,
  layers: cells.map((cell) => ({ cell, units })),
  task: { kind: 'transduce', direction: 'decipher', cipher: 'caesar', key: { shift: 3 } },
})

/** A net with random weights: its state matters, and is not so large that rounding errors would grow. */
export const randomNet = (config: ModelConfig, seed: number): ModelDefinition => {
  const random = createRandom(seed)
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const size = shape.reduce((product, side) => product * side, 1)
    const scale = name.toLowerCase().endsWith('bias')
      ? 0.1
      : (name.endsWith('recurrent') ? 0.9 : 1.5) / Math.sqrt(shape[0])
    weights[name] = { shape, values: Float32Array.from({ length: size }, () => random.normal() * scale) }
  }
  return { config, weights }
}
