import path from 'node:path'
import { chromiumWords } from '@runnel/tasks/chromium-words'
import type { Service } from '@runnel/tasks/service'
import { startOnFreePort } from '@runnel/tasks/start-on-free-port'
import { type Browser, type BrowserContextOptions, chromium, firefox, type Page } from 'playwright'
import { type Watched, watchPage } from './watch-page.ts'

/** A page that a test has opened, and all that it has asked for and said. */
export interface OpenPage extends Watched {
  readonly page: Page
}

/** The service, and a browser. */
export interface OpenPages {
  readonly service: Service
  readonly browser: Browser
  /** Lines of the service's log. */
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

/** Starts the service and a browser. @param executablePath a Chromium; the one of `npm test`, or Playwright's own */
export const openPages = async (executablePath = chromiumPath): Promise<OpenPages> => {
  const log: string[] = []
  const [service, browser] = await Promise.all([
    startOnFreePort({
      vars: { SESSION_SECRET: 'a secret of thirty-two letters..' },
      log: (text) => log.push(text),
    }),
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
