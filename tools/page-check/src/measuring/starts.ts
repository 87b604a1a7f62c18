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

/** Milliseconds from navigation until a letter of the plaintext is seen, and until what is seen has changed. */
const untilLetters = (page: Page, texts: number): Promise<number[]> =>
  page.evaluate(
    (texts) =>
      new Promise<number[]>((resolve) => {
        const look = (): void => {
          const seen = Reflect.get(globalThis, 'textsSeen') as number[] | undefined
          if (!seen || seen.length < texts) requestAnimationFrame(look)
          else resolve(seen)
        }
        look()
      }),
    texts,
  )

/** Watches from the start for the first two texts that the plaintext shows. */
const watchLetters = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen: number[] = []
    Reflect.set(globalThis, 'textsSeen', seen)
    let last = ''
    const look = (): void => {
      const text = document.querySelector('.settled')?.textContent ?? ''
      if (text && text !== last) seen.push(performance.now())
      last = text
      if (seen.length < 2) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

/** Milliseconds until the first letter of the example is seen, and until it moves; and of CPU until then. */
export const measureExample = async ({
  browser,
  service,
}: OpenPages): Promise<{ readonly seen: number; readonly moves: number; readonly cpu: number }> => {
  const before = await rendererCpu(browser)
  const context = await browser.newContext({ reducedMotion: 'no-preference', serviceWorkers: 'block' })
  const page = await context.newPage()
  await watchLetters(page)
  await page.goto(service.url)
  const [seen, moves] = await untilLetters(page, 2)
  const cpu = (await rendererCpu(browser)) - before
  await context.close()
  return { seen, moves, cpu }
}

/** Milliseconds until the page stands without a network: its example is seen. */
export const measureOffline = async (pages: OpenPages): Promise<number> => {
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  await untilKept(page)
  await watchLetters(page)
  await page.context().setOffline(true)
  await page.reload()
  const [took] = await untilLetters(page, 1)
  await page.context().close()
  return took
}
