import { longestTasks } from '../longest-tasks.ts'
import type { OpenPages } from '../open-pages.ts'
import { BOAT_7 } from '../texts.ts'
import { untilReady } from '../until.ts'

/** Milliseconds between two letters: 20 a second. */
const PAUSE = 50

/** Milliseconds between two frames from which on one has been left out, at 60 a second. */
const DROPPED = 25

/** Figures of typing at 20 letters a second. */
export interface TypingFigures {
  /** CPU of the main thread's longest task: beyond 16 ms it would cost a frame on any machine. */
  readonly main: number
  /** Frames that were left out, by the clock, of so many. */
  readonly dropped: number
  readonly frames: number
}

/** Types a sentence into an empty page, and watches its frames. */
export const measureTyping = async (pages: OpenPages): Promise<TypingFigures> => {
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  const field = page.locator('#ciphertext')
  await field.fill('')
  await page.evaluate(() => {
    const gaps: number[] = []
    Reflect.set(globalThis, 'frameGaps', gaps)
    let last = performance.now()
    const look = (now: number): void => {
      gaps.push(now - last)
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const { main } = await longestTasks(pages.browser, page, () =>
    field.pressSequentially(BOAT_7.repeat(2), { delay: PAUSE }),
  )
  const gaps = await page.evaluate(() => Reflect.get(globalThis, 'frameGaps') as number[])
  await page.context().close()
  return { main, dropped: gaps.filter((gap) => gap > DROPPED).length, frames: gaps.length }
}
