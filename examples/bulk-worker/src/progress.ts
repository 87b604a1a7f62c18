import type { Tally } from './tally.ts'

/** A job as it was asked for. */
export interface JobSpec {
  name: string
  /** Beginning of the keys of its input. */
  input: string
  /** Options of `/v1/decipher` that hold for all its lines. */
  options: Record<string, string>
}

/** A part that was given up, and the last trouble with it. */
export interface FailedPart {
  part: number
  key: string
  start: number
  end: number
  trouble: string
}

/** State of a job. */
export interface Progress extends JobSpec {
  state: 'running' | 'done'
  began: string
  ended?: string
  objects: number
  /** `all` grows while the input is still listed. */
  parts: { all: number; done: number; underWay: number; failed: number; sentAgain: number; isListed: boolean }
  tally: Tally
  /** Beginning of the keys of its results. */
  results: string
  failures: FailedPart[]
}
