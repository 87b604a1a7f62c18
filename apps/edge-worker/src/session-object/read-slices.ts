import type { DecipherEvent, DecipherSession } from '@runnel/decipher'
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
  const step = (letters: number, act: () => DecipherEvent[]) =>
    job.do(letters, () => {
      if (isHere()) events = coalesceEvents([...events, ...act()])
    })
  for (let at = 0; at < chunk.length && isHere(); ) {
    const slice = chunk.slice(at, at + job.slice)
    at += slice.length
    await step(slice.length, () => session.push(slice))
  }
  if (end) await job.do(0, () => void (isHere() && events.push(...session.flush())))
  job.end()
  return events
}
