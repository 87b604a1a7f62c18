import type { GraphMemory } from '../graph-memory.ts'
import type { LayerStep } from './layer-kind.ts'

/** Numbers that are copied, in numbers from the start of memory. */
export interface Move {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** Copies one piece after another. */
export const moving = (memory: GraphMemory, moves: readonly Move[]): LayerStep => {
  return () => {
    const { floats } = memory
    for (let m = 0; m < moves.length; m++) {
      const { from, to, length } = moves[m]
      floats.copyWithin(to, from, from + length)
    }
  }
}
