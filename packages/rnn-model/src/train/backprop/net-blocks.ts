import type { ModelConfig } from '../../config.ts'
import type { Arena } from './arena.ts'
import { type ParameterPlace, parameterPlaces } from './parameters.ts'

/** A net's numbers in the memory of the kernels, block after block of the same layout; places are bytes. */
export interface NetBlocks {
  /** Numbers in a block. */
  count: number
  weights: number
  gradients: number
  /** Adam's two moments. */
  first: number
  second: number
  /** Place of each array of weights in a block. */
  places: Record<string, ParameterPlace>
  /** Byte at which an array begins; that of the block for one that the net does not have. */
  at(name: string, block: 'weights' | 'gradients'): number
}

/** Reserves the blocks of a net. */
export const reserveBlocks = (arena: Arena, config: ModelConfig): NetBlocks => {
  const { places, count } = parameterPlaces(config)
  const block = () => arena.floats(count)
  const blocks = { weights: block(), gradients: block(), first: block(), second: block() }
  return {
    ...blocks,
    count,
    places,
    at: (name, of) => blocks[of] + 4 * (places[name]?.offset ?? 0),
  }
}
