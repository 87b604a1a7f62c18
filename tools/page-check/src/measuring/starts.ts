import type { Page } from 'playwright'
import type { OpenPages } from '../open-pages.ts'
import { untilKept, untilReady } from '../until.ts'
import { engineLetters } from '../watch-page.ts'
import { rendererCpu } from './renderer-cpu.ts'

/** Moments of a page's start, in milliseconds from its navigation. */
export interface Start {
  /** The engine was asked to load. */
  readonly asked: number
  readonly ready: number
  /** A letter of a text that stood in the link had been read. */
  readonly letter: number
  /** CPU of the page's process up to then, all its threads together: no machine is too busy for it. */
  readonly cpu: number
}

/** The text of the link: `The morning was cold`, shift 7. */
const LINK = '/#c=c8zJV0gsLVYoKVdIyUxOzVMoSS0uAQA'

/** Starts a page with a text in its link, nothing of it kept from before. */
export const measureStart = async (pages: OpenPages): Promise<Start> => {
  const before = await rendererCpu(pages.browser)
  const { page } = await pages.open(LINK, { reducedMotion: 'reduce', serviceWorkers: 'block' })
  await untilReady(page)
  let letters = await engineLetters(page)
  const hasRead = (): number => letters.find(({ type, read }) => type === 'frame' && (read ?? 0) > 0)?.at ?? 0
  while (hasRead() === 0) {
    await page.waitForTimeout(20)
    letters = await engineLetters(page)
  }
  const cpu = (await rendererCpu(pages.browser)) - before
  await page.context().close()
  return {
    cpu,
    asked: letters.find(({ from, type }) => from === 'page' && type === 'load')?.at ?? Number.NaN,
    ready: letters.find(({ type }) => type === 'ready')?.at ?? Number.NaN,
    letter: hasRead(),
  }
}

/** Milliseconds from navigation until a letter of the plaintext is seen. */
const untilLetter = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const seen = Reflect.get(globalThis, 'firstLetter') as number | undefined
          if (seen === undefined) requestAnimationFrame(look)
          else resolve(seen)
        }
        look()
      }),
  )

/** Watches from the start for the first letter of the plaintext. */
const watchLetters = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('.settled')?.textContent) {
        Reflect.set(globalThis, 'firstLetter', performance.now())
      } else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

/** Milliseconds until the example moves, by the clock and of CPU: until its first letter is seen. */
export const measureExample = async ({
  browser,
  service,
}: OpenPages): Promise<{ readonly moves: number; readonly cpu: number }> => {
  const before = await rendererCpu(browser)
  const context = await browser.newContext({ reducedMotion: 'no-preference', serviceWorkers: 'block' })
  const page = await context.newPage()
  await watchLetters(page)
  await page.goto(service.url)
  const moves = await untilLetter(page)
  const cpu = (await rendererCpu(browser)) - before
  await context.close()
  return { moves, cpu }
}

/** Milliseconds until the page stands without a network: its example is seen. */
export const measureOffline = async (pages: OpenPages): Promise<number> => {
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  await untilKept(page)
  await watchLetters(page)
  await page.context().setOffline(true)
  await page.reload()
  const took = await untilLetter(page)
  await page.context().close()
  return took
}
