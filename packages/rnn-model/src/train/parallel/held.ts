import type { Checkpoint } from '../checkpoint.ts'

/** What all threads hold after one step. */
export type Held = Pick<Checkpoint, 'step' | 'shards'> & {
  stopped: boolean
  weights: Pick<Checkpoint, 'weights' | 'first' | 'second'>
}
