import type { Checkpoint } from '../checkpoint.ts'
import type { SavedWeights } from '../shard.ts'

/** Weights and streams that all threads hold after one step. */
export type Held = Pick<Checkpoint, 'step' | 'shards'> & {
  stopped: boolean
  weights: SavedWeights
}
