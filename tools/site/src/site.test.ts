import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEntries } from './api/entries.ts'
import { judge } from './checking/judge.ts'
import { launchChromium } from './checking/launch-chromium.ts'
import { lookedAt } from './checking/looked-at.ts'
import { type ServedPages, servePages } from './checking/serve-pages.ts'
import { listSections } from './pages.ts'

const chromiumPath = process.env.RUNNEL_CHROMIUM
const folder = mkdtempSync(path.join(tmpdir(), 'runnel-site-'))
const pages = path.join(folder, 'site/.vitepress/dist')
beforeAll(async () => {
  // A process of its own: with what a test is told of its surroundings, Vue is made to be developed with.
  const made = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'main.ts'), path.join(folder, 'site')],
    {
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const [told, complained] = await Promise.all([text(made.stdout), text(made.stderr)])
  expect(told.trim().split('\n').at(-1), complained).toBe(pages)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (file: string): string => readFileSync(path.join(pages, file), 'utf8')

test('the website has every page of its lists, as Markdown too, and no dead link', () => {
  for (const [file] of listSections().flatMap(({ pages: files }) => files)) {
    expect(existsSync(path.join(pages, `${file}.html`)), file).toBe(true)
  }
  const listed = Array.from(read('llms.txt').matchAll(/\]\(([^)]+)\)/g), ([, file]) => file)
  expect(listed.length).toBeGreaterThan(60)
  for (const file of listed) expect(existsSync(path.join(pages, file)), file).toBe(true)
})

test('the API has a page for each entry, linked from its sidebar, and what makes things stands first', () => {
  const decipher = read('api/decipher.html')
  for (const { name } of listEntries()) {
    expect(existsSync(path.join(pages, `api/${name}.html`)), name).toBe(true)
    expect(decipher, name).toContain(`href="/api/${name}"`)
  }
  const headings = Array.from(read('api/decipher.md').matchAll(/^##+ (\w.*)$/gm), ([, heading]) => heading)
  expect(headings.slice(0, 2)).toEqual(['Make a decipherer', 'createDecipherer()'])
  expect(read('api/decipher.md')).not.toContain('Defined in')
})

describe.skipIf(!chromiumPath)('in Chromium', () => {
  let served: ServedPages
  let browser: Browser
  beforeAll(async () => {
    served = await servePages(pages)
    browser = await launchChromium(chromiumPath as string)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  // One view each: `npm run check` takes all of them, and more pages.
  const quick = lookedAt.filter(({ name }) => name !== 'document')
  const views = [
    { width: 390, colours: 'dark' },
    { width: 1280, colours: 'light' },
  ] as const

  test('all can read the home page, a guide, the API and the search, and nothing moves under their eyes', async () => {
    const judged = quick.map((page, i) => judge(browser, served.url, page, views[i % 2]))
    for (const [i, judgement] of (await Promise.all(judged)).entries()) {
      expect(judgement, quick[i].name).toEqual({ violations: [], shifts: [], errors: [] })
    }
  }, 120_000)

  test('the demo takes the colours of the page, and the search is used by keyboard', async () => {
    const page = await browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(served.url)
    const demo = page.frameLocator('.live-demo iframe')
    await demo.getByRole('heading', { name: /The key changed/ }).waitFor()
    expect(await demo.locator('html').getAttribute('data-theme')).toBe('light')
    await page.getByRole('switch').first().click()
    await demo.locator('html[data-theme=dark]').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('decipherResponse')
    await page.locator('.search-dialog mark').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/api/decipher#decipherresponse')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }, 120_000)
})
