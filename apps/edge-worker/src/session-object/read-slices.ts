import { type DecipherEvent, type DecipherSession, type InSteps, inSteps } from '@runnel/decipher'
import { coalesceEvents } from '../coalesce-events.ts'
import type { Job } from '../work/job.ts'
import type { Chunk } from './chunk.ts'

/** Reads a chunk slice by slice, each in a turn where one is due; `isHere` says whether the session still is. */
export const readSlices = async (
  session: DecipherSession,
  { chunk, end }: Pick<Chunk, 'chunk' | 'end'>,
  job: Job,
  isHere: () => boolean,
): Promise<DecipherEvent[]> => {
  let events: DecipherEvent[] = []
  const steps = inSteps(session)
  const nothing: DecipherEvent[] = []
  const take = (letters: number, act: () => InSteps<DecipherEvent[]>) =>
    job.do(letters, () => (isHere() ? act() : nothing), isHere)
  for (let at = 0; at < chunk.length && isHere(); ) {
    const slice = chunk.slice(at, at + job.slice)
    at += slice.length
    const told = await take(slice.length, () => steps.push(slice))
    events = coalesceEvents([...events, ...(told ?? nothing)])
  }
  if (end) events.push(...((await take(0, () => steps.flush())) ?? nothing))
  job.end()
  return events
}
