import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations } from './find-violations.ts'
import { chromiumPath } from './open-pages.ts'
import type { PageState } from './page-state.ts'
import { openSite, type Site } from './site.ts'
import { states } from './states.ts'

/** A folder for pictures of every state, where somebody wants to look at them; axe then looks at every width and scheme. */
const pictures = process.env.RUNNEL_PICTURES

/** Milliseconds that building the page, and starting the service and the browser may take. */
const STARTING = 90_000

const widths = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } } as const
const first = { viewport: widths[1280], colorScheme: 'light' } as const

/** A page, and the errors in it that nobody has caught. */
interface Visit {
  readonly page: Page
  readonly faults: string[]
}

describe.skipIf(!chromiumPath)('each state says what it is, and axe finds nothing', () => {
  let site: Site
  let shared: Visit
  const open = async (options: PageState['visit']): Promise<Visit> => {
    const page = await site.visit({ ...first, ...options })
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    return { page, faults }
  }
  beforeAll(async () => {
    site = await openSite()
    if (pictures) mkdirSync(pictures, { recursive: true })
    shared = await open(undefined)
  }, STARTING)
  afterAll(() => site?.close())

  test.each(states)('$name', async ({ name, visit, reach, says, leave }) => {
    const { page, faults } = visit ? await open(visit) : shared
    await reach(page)
    await page.getByText(says).first().waitFor()
    const found = await lookAt(page, name)
    if (visit) await page.context().close()
    else {
      await page.setViewportSize(first.viewport)
      await page.emulateMedia({ colorScheme: first.colorScheme })
      await leave?.(page)
    }
    expect(found).toEqual([])
    expect(faults).toEqual([])
  })
})

/** Waits until the page has been drawn in its new size and colours. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))),
  )

/** Looks at a state in each width and scheme. @returns what axe finds */
const lookAt = async (page: Page, name: string): Promise<string[]> => {
  const found: string[] = []
  let looked = 0
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without pictures two of the four, opposite in both: they are half of the time.
      if (!pictures && (width === '390') !== (colorScheme === 'dark')) continue
      await page.emulateMedia({ colorScheme })
      await drawn(page)
      // Only contrast and size depend on colours and width.
      const rules = looked++ > 0 ? ['color-contrast', 'target-size'] : undefined
      found.push(...(await findViolations(page, rules)).map((words) => `${width} ${colorScheme} ${words}`))
      if (pictures) {
        const file = `${name.replaceAll(/[ ,]+/g, '-')}-${width}-${colorScheme}.png`
        await page.screenshot({ path: path.join(pictures, file), fullPage: true })
      }
    }
  }
  return found
}
