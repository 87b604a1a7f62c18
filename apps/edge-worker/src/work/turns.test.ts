import { expect, test } from 'vitest'
import type { Clock } from '../stream-watch.ts'
import { hastyClock, manualClock } from '../testing/manual-clock.ts'
import { EXPECTED, FULL, GONE, LONG_STEP, LOST, MOST_ROUNDS, ROUNDS } from './constants.ts'
import { Turns } from './turns.ts'

/** Turns whose rounds go on at once, and the names of those who had one. */
const turnsOf = (clock: Clock = hastyClock()) => {
  const turns = new Turns(clock, async () => {})
  const had: string[] = []
  const take = (name: string, rank = 0) => turns.take(rank, () => void had.push(name))
  return { turns, had, take }
}

/** A clock that can be told to set no timers: those of a request that the platform ends never ring. */
const endingClock = () => {
  const clock = hastyClock()
  const ending = { hasEnded: false }
  return {
    ending,
    clock: {
      ...clock,
      after: (ms: number, act: () => void) => (ending.hasEnded ? () => {} : clock.after(ms, act)),
    },
  }
}

test('one step at a time, who has done little first, equals in the order in which they came', async () => {
  const { had, take } = turnsOf()
  await Promise.all([take('a', 3), take('b', 3), take('c', 1), take('d', 1), take('e', 0)])
  expect(had).toEqual(['a', 'e', 'c', 'd', 'b'])
})

test('who has waited long is overtaken no more', async () => {
  const { had, take } = turnsOf()
  const others: Promise<void>[] = []
  const late = take('first', 0).then(() => take('late', 1))
  // Each time one that has done little is over, another comes.
  const goOn = async (left: number): Promise<void> => {
    if (left > 0) await take('light', 0).then(() => goOn(left - 1))
  }
  others.push(goOn(200), goOn(200))
  await Promise.all([late, ...others])
  expect(had.indexOf('late')).toBeGreaterThan(50)
  expect(had.indexOf('late')).toBeLessThan(150)
})

test('between two turns the event loop goes round', async () => {
  const turns = new Turns()
  let rounds = 0
  const timer = setInterval(() => rounds++, 1)
  for (let i = 0; i < 20; i++) await turns.take(0, () => {})
  clearInterval(timer)
  expect(rounds).toBeGreaterThan(5)
})

test('while others wait it goes round several times', async () => {
  let rounds = 0
  const turns = new Turns(hastyClock(), async () => void rounds++)
  await turns.take(0, () => {})
  expect(rounds).toBe(1)
  const before: number[] = []
  await Promise.all([1, 2, 3].map(() => turns.take(0, () => void before.push(rounds))))
  // Who waits has let it go round once.
  expect(before).toEqual([1 + ROUNDS, 2 * ROUNDS, 2 * ROUNDS])
})

test('after a long step it goes round more often, once', async () => {
  let rounds = 0
  const turns = new Turns(manualClock(), async () => void rounds++)
  await turns.take(0, () => turns.note(3 * LONG_STEP))
  await turns.take(0, () => turns.note(1000 * LONG_STEP))
  expect(rounds).toBe(1 + 3)
  await turns.take(0, () => {})
  expect(rounds).toBe(1 + 3 + MOST_ROUNDS)
  await turns.take(0, () => {})
  expect(rounds).toBe(1 + 3 + MOST_ROUNDS + 1)
})

test('a step that fails hands its turn on', async () => {
  const { turns, had, take } = turnsOf()
  const failed = turns.take(0, () => {
    throw new Error('broken')
  })
  const next = take('next', 0)
  await expect(failed).rejects.toThrow('broken')
  await next
  expect(had).toEqual(['next'])
  expect(turns.waiting).toBe(0)
})

test('a turn that is lost with its request is taken by who waits', async () => {
  const { clock } = endingClock()
  let rounds = 0
  // The first never comes back from its round.
  const turns = new Turns(clock, () => (rounds++ === 0 ? new Promise(() => {}) : Promise.resolve()))
  void turns.take(0, () => {})
  let had = false
  await turns.take(0, () => {
    had = true
  })
  expect(had).toBe(true)
  expect(clock.now()).toBeLessThan(GONE + 10)
})

test('one that is gone while it waits holds up nobody', async () => {
  const { clock, ending } = endingClock()
  const { turns, had, take } = turnsOf(clock)
  const first = take('first', 0)
  ending.hasEnded = true
  void take('gone', 0)
  ending.hasEnded = false
  await Promise.all([first, take('next', 1), take('last', 2)])
  expect(had).toEqual(['first', 'next', 'last'])
  expect(turns.waiting).toBe(0)
  expect(clock.now()).toBeLessThan(GONE + 50)
})

test('where all that wait are gone, there is room again after a while', async () => {
  const clock = manualClock()
  const turns = new Turns(clock, () => new Promise(() => {}))
  for (let i = 0; i < FULL; i++) void turns.take(0, () => {})
  clock.skip(LOST)
  expect(() => turns.checkRoom(FULL)).toThrow()
  clock.skip(2)
  expect(() => turns.checkRoom(FULL)).not.toThrow()
})

test('one that was thought to be gone comes again', async () => {
  const clock = manualClock()
  const { turns, had, take } = turnsOf(clock)
  const first = take('first')
  const second = take('second')
  clock.skip(10 * LOST)
  turns.checkRoom(1)
  await first
  await clock.advance(1)
  await second
  expect(had).toEqual(['first', 'second'])
})

test('there is room for so many', () => {
  const turns = new Turns(manualClock(), () => new Promise(() => {}))
  for (let i = 0; i < 3; i++) void turns.take(0, () => {})
  expect(() => turns.checkRoom(4)).not.toThrow()
  expect(() => turns.checkRoom(3)).toThrow(
    expect.objectContaining({ code: 'work_limited', members: { retryAfter: 1 } }),
  )
})

test('many that come at the same time find room for so many, until they have read something or a while has passed', async () => {
  const clock = manualClock()
  const turns = new Turns(clock)
  const full = expect.objectContaining({ code: 'work_limited' })
  const begun = [turns.admit(3), turns.admit(3), turns.admit(3)]
  expect(() => turns.admit(3)).toThrow(full)
  begun[1]?.()
  turns.admit(3)
  expect(() => turns.admit(3)).toThrow(full)
  await clock.advance(EXPECTED + 1)
  expect(() => turns.admit(3)).not.toThrow()
})
