import type { Clock } from '../stream-watch.ts'

/** A clock that goes on when the test says so. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): Promise<void>
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
