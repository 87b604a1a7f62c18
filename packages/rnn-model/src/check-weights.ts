import type { ModelConfig, ModelDefinition } from './config.ts'
import { ModelFormatError } from './errors.ts'
import { weightShapes } from './weight-shapes.ts'

/** Checks that shapes are just those that the configuration needs. @throws ModelFormatError */
export const checkShapes = (
  config: ModelConfig,
  arrays: Readonly<Record<string, { shape: readonly number[] } | undefined>>,
): void => {
  const shapes = weightShapes(config)
  for (const [name, shape] of Object.entries(shapes)) {
    const received = arrays[name]
    if (received?.shape.join() !== shape.join()) {
      throw new ModelFormatError(name, `shape [${shape}]`, received ? `[${received.shape}]` : 'no such array')
    }
  }
  const extra = Object.keys(arrays).find((name) => !(name in shapes))
  if (extra) throw new ModelFormatError('arrays', 'no others', extra)
}

/** Checks that the weights are just those that the configuration needs, all finite. @throws ModelFormatError */
export const checkWeights = ({ config, weights }: ModelDefinition): void => {
  checkShapes(config, weights)
  for (const [name, received] of Object.entries(weights)) {
    const size = received.shape.reduce((product, side) => product * side, 1)
    // Real values of 8-bit weights are made only when asked for; their scales tell as much.
    const { length } = (received.quantised ?? received).values
    if (length !== size) throw new ModelFormatError(name, `${size} numbers`, String(length))
    if (!(received.quantised?.scales ?? received.values).every(Number.isFinite)) {
      throw new ModelFormatError(name, 'finite numbers', 'one that is not')
    }
  }
}
