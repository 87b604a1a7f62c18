import type { BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { openPages } from './open-pages.ts'
import { PATIENCE } from './patience.ts'

/** The service with its page, and a browser that visits it. */
export interface Site {
  readonly url: string
  /** Opens a visit of its own; waits until the net has arrived unless told otherwise. */
  visit(options?: VisitOptions): Promise<Page>
  close(): Promise<void>
}

/** Choices of a visit. */
export interface VisitOptions extends BrowserContextOptions {
  /** All that comes after the address of the service. */
  readonly path?: string
  /** Done before the page is asked for. */
  readonly before?: (context: BrowserContext) => Promise<unknown>
  readonly isReady?: boolean
}

/** Starts the service and the browser. */
export const openSite = async (): Promise<Site> => {
  const { service, browser, close } = await openPages()
  return {
    url: service.url,
    async visit({ path = '/', before, isReady = true, ...options } = {}) {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        ...options,
      })
      context.setDefaultTimeout(PATIENCE)
      await before?.(context)
      const page = await context.newPage()
      await page.goto(service.url + path)
      if (isReady) await page.locator('[data-engine]').first().waitFor({ state: 'attached' })
      return page
    },
    close,
  }
}
