import type { Workerd } from '../start-workerd.ts'

/** Conditions that all parts of the attack share. */
export interface Conditions {
  workerd: Workerd
  /** All that is sent and damaged follows from it. */
  seed: number
  stop: AbortSignal
}

/** One part of the attack. */
export interface Part {
  title: string
  /** Name of one of the things that it does. */
  unit: string
  /** Number of them. */
  count: number
  /** Does them, and gives the faults found; each says what can make it again. */
  run(conditions: Conditions, advance: (done: number) => void): Promise<PartFindings>
}

/** Findings of a part. */
export interface PartFindings {
  /** Number of things that were done before it was stopped. */
  done: number
  faults: string[]
  /** Facts that say how far it got into what it attacks. */
  notes: string
}
