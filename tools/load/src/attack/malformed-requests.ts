import { fuzz } from '../fuzz/fuzz.ts'
import type { Part } from './part.ts'

/** Malformed requests of all kinds, as `npm run load -- fuzz` sends them. */
export const malformedRequests = (count: number): Part => ({
  title: 'malformed requests',
  unit: 'requests',
  count,
  async run({ workerd, seed, stop }, advance) {
    const { sent, answers, faults } = await fuzz(workerd, { requests: count, seed, from: 0 }, stop, advance)
    const done = [...sent.values()].reduce((sum, number) => sum + number, 0)
    const counted = [...answers].sort(([, a], [, b]) => b - a).slice(0, 8)
    const notes = counted.map(([status, times]) => `${status || 'nothing'} ${times.toLocaleString('en')}`)
    return { done, faults, notes: `answered most with ${notes.join(', ')}` }
  },
})
