import type { DecipherEvent, FinalEvent } from '@runnel/decipher'

/**
 * Makes the fewest events of many that say the same in the end: finals that follow one another are one, and interim text
 * and candidates are the latest alone. Keys stay as they are, before the final that is the last.
 */
export const coalesceEvents = (events: readonly DecipherEvent[]): DecipherEvent[] => {
  const kept: DecipherEvent[] = []
  let final: FinalEvent | undefined
  let interim: DecipherEvent | undefined
  let candidates: DecipherEvent | undefined
  for (const event of events) {
    if (event.type === 'interim') interim = event
    else if (event.type === 'candidates') candidates = event
    else if (event.type === 'final') {
      // What waited before it is final now, or is told anew.
      interim = undefined
      final = final ? { ...final, text: final.text + event.text } : event
    } else kept.push(event)
  }
  const done = kept.at(-1)?.type === 'done' ? [kept.pop() as DecipherEvent] : []
  // Nothing waits at the end.
  if (done.length > 0) interim = undefined
  return [...kept, ...listed(final), ...listed(interim), ...listed(candidates), ...done]
}

const listed = (event: DecipherEvent | undefined): DecipherEvent[] => (event ? [event] : [])
