import type { Clock } from '../stream-watch.ts'

/** A clock that goes on when the test says so. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): Promise<void>
  /** Lets time pass in which no timer rings: the loop is held up. */
  skip(milliseconds: number): void
}

/** Makes a clock that stands at 0. */
export const manualClock = (): ManualClock => {
  let time = 0
  const timers = new Set<{ due: number; act: () => void }>()
  return {
    now: () => time,
    after(milliseconds, act) {
      const timer = { due: time + milliseconds, act }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    skip(milliseconds) {
      time += milliseconds
    },
    async advance(milliseconds) {
      time += milliseconds
      for (const timer of [...timers]) {
        if (timer.due > time) continue
        timers.delete(timer)
        timer.act()
      }
      // Lets what waits on promises go on.
      await new Promise((resolve) => setTimeout(resolve))
    },
  }
}

/** Makes a clock that goes on to its next timer whenever there is nothing else to do. */
export const hastyClock = (): Clock => {
  let time = 0
  const timers = new Set<{ due: number; act: () => void }>()
  const ringNext = () => {
    const [next] = [...timers].sort((one, other) => one.due - other.due)
    if (!next) return
    timers.delete(next)
    time = next.due
    next.act()
  }
  return {
    now: () => time,
    after(milliseconds, act) {
      const timer = { due: time + milliseconds, act }
      timers.add(timer)
      setTimeout(ringNext)
      return () => timers.delete(timer)
    },
  }
}
