import type { Page } from 'playwright'
import { longestTasks } from '../longest-tasks.ts'
import type { OpenPages } from '../open-pages.ts'
import { BOAT_7 } from '../texts.ts'
import { untilReady } from '../until.ts'

/** Milliseconds between two letters: 20 a second. */
const PAUSE = 50

/** Milliseconds between two frames from which on one has been left out, at 60 a second. */
const DROPPED = 25

/** Milliseconds after which a page that was opened, or a field that was emptied, has nothing more to do. */
const SETTLED = 1500

/** Frames of one typing, and how many of them were left out. */
export interface Frames {
  readonly dropped: number
  readonly frames: number
}

/** Figures of typing at 20 letters a second. */
export interface TypingFigures {
  /** CPU of the main thread's longest task: beyond 16 ms it would cost a frame on any machine. */
  readonly main: number
  /** Frames by the clock. */
  readonly page: Frames
  /** The same of a document that holds nothing but a field: all that the machine leaves out by itself. */
  readonly bare: Frames
}

/** Types a sentence into an empty page, once to watch its frames and once to watch its tasks: a trace costs frames as well. */
export const measureTyping = async (pages: OpenPages): Promise<TypingFigures> => {
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  await page.waitForTimeout(SETTLED)
  const frames = await framesOf(page)
  const { main } = await longestTasks(pages.browser, page, () => type(page))
  await page.setContent('<textarea id="ciphertext"></textarea>')
  const bare = await framesOf(page)
  await page.context().close()
  return { main, page: frames, bare }
}

const type = async (page: Page): Promise<void> => {
  const field = page.locator('#ciphertext')
  await field.fill('')
  await page.waitForTimeout(SETTLED)
  await field.pressSequentially(BOAT_7.repeat(2), { delay: PAUSE })
}

/** Watches the frames from the first key to the last. */
const framesOf = async (page: Page): Promise<Frames> => {
  await page.evaluate(() => {
    const gaps: number[] = []
    Reflect.set(globalThis, 'frameGaps', gaps)
    let last: number | undefined
    const look = (now: number): void => {
      if (last !== undefined) gaps.push(now - last)
      last = now
      requestAnimationFrame(look)
    }
    document.addEventListener('keydown', () => requestAnimationFrame(look), { once: true })
  })
  await type(page)
  const gaps = await page.evaluate(() => Reflect.get(globalThis, 'frameGaps') as number[])
  return { dropped: gaps.filter((gap) => gap > DROPPED).length, frames: gaps.length }
}
