import { InvalidOptionError } from '@runnel/core'
import type { ModelConfig } from '../../config.ts'

/** Checks that the kernels can train a net. @throws InvalidOptionError for several layers, scalar input, odd sizes */
export const checkTrainable = ({ layers, input }: ModelConfig, batch: number): void => {
  if (layers.length !== 1) throw new InvalidOptionError('layers', layers.length, 'one recurrent layer')
  if (input !== 'one-hot') throw new InvalidOptionError('input', input, 'one-hot')
  const [{ units }] = layers
  if (units % 8 !== 0) throw new InvalidOptionError('units', units, 'a multiple of 8')
  if (!(Number.isSafeInteger(batch) && batch > 0 && batch % 4 === 0)) {
    throw new InvalidOptionError('batch', batch, 'a multiple of 4 streams')
  }
}
