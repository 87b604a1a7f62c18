import { byteLength } from '../byte-length.ts'
import { limits } from './limits.ts'
import type { SessionRecord, SinceStep } from './session-record.ts'

/** Bytes that a step counts for besides its text. */
const STEP_BYTES = 16

/**
 * Notes in the record a step that is to be taken again when the session was let go; or tells that a snapshot is due, and
 * notes that none is. In a session of which no digest was taken when it began, the first step always makes one: it says which
 * model and options the rest is for.
 */
export const isSnapshotDue = (record: SessionRecord, step: SinceStep, work: number): boolean => {
  const steps = [...(record.since ?? []), step]
  record.sinceWork = (record.sinceWork ?? 0) + work
  const isShort = record.since !== undefined && bytesOfSteps(steps) <= limits.sinceBytes
  if (isShort && record.sinceWork <= limits.sinceWork && !record.ended) {
    record.since = steps
    return false
  }
  delete record.snapshot
  delete record.fresh
  record.since = []
  record.sinceWork = 0
  return true
}

const bytesOfSteps = (steps: readonly SinceStep[]): number =>
  steps.reduce((sum, step) => sum + STEP_BYTES + bytesOfStep(step), 0)

const bytesOfStep = (step: SinceStep): number =>
  typeof step === 'string' ? byteLength(step) : (step?.length ?? 0)
