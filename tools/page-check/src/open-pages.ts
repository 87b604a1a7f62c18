import path from 'node:path'
import { chromiumWords } from '@runnel/tasks/chromium-words'
import { type SharedService, sharedService } from '@runnel/tasks/shared-service'
import { startOnFreePort } from '@runnel/tasks/start-on-free-port'
import { type Browser, type BrowserContextOptions, chromium, firefox, type Page } from 'playwright'
import { type Watched, watchPage } from './watch-page.ts'

/** A page that a test has opened, and all that it has asked for and said. */
export interface OpenPage extends Watched {
  readonly page: Page
}

/** The service, and a browser. */
export interface OpenPages {
  readonly service: SharedService
  readonly browser: Browser
  /** Lines of the service's log, where it is one's own. */
  readonly log: string[]
  /** Opens a page in a context of its own, at a path of the service. */
  open(path?: string, options?: BrowserContextOptions): Promise<OpenPage>
  close(): Promise<void>
}

/** The Chromium that `npm test` has found. */
export const chromiumPath: string | undefined = process.env.RUNNEL_CHROMIUM

/** The browser that flows are tried in: the Firefox that `npm run firefox` has found, or that Chromium. */
export const browserPath: string | undefined = process.env.RUNNEL_FIREFOX ?? chromiumPath

const launch = (executablePath: string | undefined): Promise<Browser> =>
  process.env.RUNNEL_FIREFOX
    ? firefox.launch({
        channel: 'moz-firefox',
        executablePath: path.join(import.meta.dirname, 'firefox/firefox-bidi.mjs'),
      })
    : chromium.launch({
        ...(executablePath && { executablePath }),
        args: [...chromiumWords],
      })

/**
 * Starts a browser, and the service unless it is there.
 *
 * @param executablePath a Chromium; the one of `npm test`, or Playwright's own
 * @param isOwn whether the service is to be one's own: to read its log, or to stop it
 */
export const openPages = async (executablePath = chromiumPath, isOwn = false): Promise<OpenPages> => {
  const log: string[] = []
  const [service, browser] = await Promise.all([
    isOwn ? startOnFreePort({ log: (text) => log.push(text) }) : sharedService(),
    launch(executablePath),
  ])
  return {
    service,
    browser,
    log,
    async open(path = '/', options = {}) {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const watched = await watchPage(page)
      await page.goto(service.url + path)
      return { page, ...watched }
    },
    async close() {
      await browser.close()
      await service.stop()
    },
  }
}
