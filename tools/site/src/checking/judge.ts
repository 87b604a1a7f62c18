import { findViolations } from '@runnel/page-check/find-violations'
import type { Browser } from 'playwright'
import type { LookedAt } from './looked-at.ts'

/** The circumstances under which a page is looked at. */
export interface View {
  /** CSS pixels. */
  readonly width: number
  readonly colours: 'light' | 'dark'
}

/** Every view of a page: a phone and a screen, in both colours. */
export const views: readonly View[] = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colours) => ({ width, colours })),
)

/** Faults of a page. */
export interface Judgement {
  /** Rules of axe that it breaks, with the elements. */
  readonly violations: readonly string[]
  /** Each layout shift, as web.dev/cls defines them, once the document has been read, in frames too: how much, and what moved. */
  readonly shifts: readonly string[]
  /** Errors that it threw, and requests that failed. */
  readonly errors: readonly string[]
}

/** CSS pixels: so high that most of a page is seen, and seen to move, without scrolling, which moves things by itself. */
const HEIGHT = 2400

/** Opens a page in a view, and has it judged, and drawn into a file where one is named. */
export const judge = async (
  browser: Browser,
  url: string,
  { path, plays, reach }: LookedAt,
  { width, colours }: View,
  picture?: string,
): Promise<Judgement> => {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: colours,
    reducedMotion: plays ? 'no-preference' : 'reduce',
  })
  try {
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('response', (response) => {
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`)
    })
    await page.addInitScript(watchShifts)
    await page.goto(url + path, { waitUntil: 'networkidle' })
    await reach?.(page)
    const violations = await findViolations(page)
    const shifts = await Promise.all(
      page.frames().map((frame) => frame.evaluate((): string[] => Reflect.get(globalThis, 'shifts'))),
    )
    if (picture) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 800 })
      await page.screenshot({ path: picture, fullPage: true })
    }
    return { violations, shifts: shifts.flat(), errors }
  } finally {
    await context.close()
  }
}

/** A layout shift, as browsers tell it. */
interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

/** Runs in the page, before anything else of it. */
const watchShifts = (): void => {
  const shifts: string[] = []
  Reflect.set(globalThis, 'shifts', shifts)
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      const [loading] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      // How much of a page is painted before the rest is read depends on the machine; Lighthouse counts that too.
      if (loading.domInteractive === 0 || startTime < loading.domInteractive) continue
      const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
        const what = node instanceof Element ? node.outerHTML : (node?.textContent ?? '')
        return `${what.slice(0, 80)} from ${from.x},${from.y} to ${to.x},${to.y}`
      })
      if (!hadRecentInput) shifts.push(`${value}: ${moved.join(' | ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
