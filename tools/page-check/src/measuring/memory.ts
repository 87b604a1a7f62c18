import { readFileSync } from 'node:fs'
import { pasteAnywhere } from '../gestures.ts'
import { inCipher, longText } from '../long-text.ts'
import { longestTasks } from '../longest-tasks.ts'
import type { OpenPages } from '../open-pages.ts'
import { untilRead, untilReady } from '../until.ts'
import { collectGarbage } from './garbage.ts'

/** Figures of a page with a long text, in megabytes and milliseconds of CPU. */
export interface LongTextFigures {
  /** Memory of the page's process with the example, and once all of the text has been read. */
  readonly before: number
  readonly after: number
  /** The same once nothing is left that only waits to be collected. */
  readonly held: number
  readonly main: number
  readonly engine: number
}

/** Pastes a text of 100,000 characters, and looks at memory and tasks. Linux alone tells the memory of a process. */
export const measureLongText = async (pages: OpenPages): Promise<LongTextFigures> => {
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  const before = await privateMemory(pages)
  await pasteAnywhere(page, inCipher(longText(100_000)))
  await untilRead(page, 300_000)
  await page.waitForTimeout(500)
  const after = await privateMemory(pages)
  await collectGarbage(page)
  await page.waitForTimeout(1500)
  const held = await privateMemory(pages)
  const tasks = await longestTasks(pages.browser, page, async () => {
    await pasteAnywhere(page, inCipher(longText(100_000)))
    await untilRead(page, 300_000)
  })
  await page.context().close()
  return { before, after, held, ...tasks }
}

/**
 * Memory that the largest process which shows pages has written to and shares with no other, in megabytes: heaps, layout,
 * pictures. Pages of files that nobody has written to, which are Chromium's own program, can be dropped at any time, and
 * count as private or shared by what other processes happen to run.
 */
const privateMemory = async ({ browser }: OpenPages): Promise<number> => {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const lines = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_Dirty:\s+(\d+) kB$/gm)
      return Array.from(lines, ([, size]) => Number(size) / 1024).reduce((sum, size) => sum + size, 0)
    })
  return Math.max(...sizes)
}
