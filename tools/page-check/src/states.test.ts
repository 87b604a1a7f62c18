import { mkdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './open-pages.ts'
import { openSite, type Site } from './site.ts'
import { states } from './states.ts'

/** A folder for pictures of every state, where somebody wants to look at them; axe then looks at every width and scheme. */
const pictures = process.env.RUNNEL_PICTURES

/** Milliseconds that building the page, and starting the service and the browser may take. */
const STARTING = 90_000

const widths = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } } as const

describe.skipIf(!chromiumPath)('each state says what it is, and axe finds nothing', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
    if (pictures) mkdirSync(pictures, { recursive: true })
  }, STARTING)
  afterAll(() => site?.close())

  test.each(states)('$name', async ({ name, visit, reach, says }) => {
    const page = await site.visit({ viewport: widths[1280], colorScheme: 'light', ...visit })
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await reach(page)
    await page.getByText(says).first().waitFor()
    const found: string[] = []
    let looked = 0
    for (const [width, size] of Object.entries(widths)) {
      await page.setViewportSize(size)
      for (const colorScheme of ['light', 'dark'] as const) {
        // Without pictures two of the four, opposite in both: they are half of the time.
        if (!pictures && (width === '390') !== (colorScheme === 'dark')) continue
        await page.emulateMedia({ colorScheme })
        const axe = new AxeBuilder({ page }).setLegacyMode()
        // Only contrast and size depend on colours and width.
        if (looked++ > 0) axe.withRules(['color-contrast', 'target-size'])
        const { violations } = await axe.analyze()
        for (const { id, nodes } of violations) {
          found.push(
            `${width} ${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
          )
        }
        if (pictures) {
          const file = `${name.replaceAll(/[ ,]+/g, '-')}-${width}-${colorScheme}.png`
          await page.screenshot({ path: path.join(pictures, file), fullPage: true })
        }
      }
    }
    await page.context().close()
    expect(found).toEqual([])
    expect(faults).toEqual([])
  })
})
