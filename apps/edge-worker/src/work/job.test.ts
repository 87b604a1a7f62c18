import { expect, test } from 'vitest'
import { hastyClock } from '../testing/manual-clock.ts'
import { IDLE_LETTER, SLICE } from './constants.ts'
import { Job, type Meter } from './job.ts'
import { Turns } from './turns.ts'

/** Has a job read slices as long as they may be. @returns units of the last, and the work of all */
const afterMany = async (meterOf: (read: () => number) => Meter) => {
  let read = 0
  const job = new Job({
    turns: new Turns(hastyClock(), async () => {}),
    meter: meterOf(() => read),
    begun: () => {},
    charge: () => {},
  })
  for (let i = 0; i < 30; i++) {
    const { slice } = job
    await job.do(slice, () => void (read += slice))
  }
  return { slice: job.slice, work: job.work, read }
}

test('letters for which steps are taken cost those beside their own work', async () => {
  const { slice, work, read } = await afterMany((read) => ({ letter: 1, idle: IDLE_LETTER, steps: read }))
  expect(slice).toBe(SLICE / 2)
  expect(work).toBe(2 * read)
})

test('those for which none is taken cost less, and slices of them are longer', async () => {
  const { slice, work, read } = await afterMany(() => ({ letter: 1, idle: IDLE_LETTER, steps: () => 0 }))
  expect(slice).toBe(SLICE / IDLE_LETTER)
  expect(work).toBe(read * IDLE_LETTER)
})

test('unless every letter costs as much in any case', async () => {
  const { slice, work, read } = await afterMany(() => ({ letter: 4, steps: () => 0 }))
  expect(slice).toBe(SLICE / 4)
  expect(work).toBe(4 * read)
})
