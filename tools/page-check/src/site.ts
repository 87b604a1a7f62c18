import { startOnFreePort } from '@runnel/tasks/start-on-free-port'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright'

/** The service with its page, and a browser that visits it. */
export interface Site {
  readonly url: string
  readonly browser: Browser
  /** Opens a visit of its own; waits until the net has arrived unless told otherwise. */
  visit(options?: VisitOptions): Promise<Page>
  /** Ends the service alone: the browser goes on. */
  stopService(): Promise<void>
  close(): Promise<void>
}

/** Choices of a visit. */
export interface VisitOptions extends BrowserContextOptions {
  /** The part after the address of the service. */
  readonly path?: string
  /** Done before the page is asked for. */
  readonly before?: (context: BrowserContext) => Promise<unknown>
  readonly isReady?: boolean
}

/** Milliseconds that anything on the page may take: the machine may be busy. */
const PATIENCE = 10_000

/** Starts the service and the browser that RUNNEL_CHROMIUM names. */
export const openSite = async (executablePath: string): Promise<Site> => {
  const [service, browser] = await Promise.all([
    startOnFreePort(),
    chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    }),
  ])
  return {
    url: service.url,
    browser,
    async visit({ path = '/', before, isReady = true, ...options } = {}) {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        ...options,
      })
      context.setDefaultTimeout(PATIENCE)
      await before?.(context)
      const page = await context.newPage()
      await page.goto(`${service.url}${path}`)
      if (isReady) await page.locator('[data-engine]').waitFor()
      return page
    },
    stopService: service.stop,
    async close() {
      await browser.close()
      await service.stop()
    },
  }
}
