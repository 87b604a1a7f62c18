import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './open-pages.ts'
import { PATIENT } from './patience.ts'
import { openSite, type Site } from './site.ts'
import { BOAT_7, CHANGED } from './texts.ts'

/** Milliseconds that building the page, and starting the service and the browser may take. */
const STARTING = 90_000

/** Milliseconds between two announcements, less what a timer may come early. */
const PAUSE = 2900

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    return (
      element?.getAttribute('aria-label') ??
      (element as HTMLInputElement | null)?.labels?.[0]?.textContent ??
      element?.textContent ??
      ''
    ).trim()
  })

/** Presses Tab until something has the focus. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    passed.push(now)
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join(' · ')}`)
}

describe.skipIf(!chromiumPath)('the page by keyboard and by ear', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  }, STARTING)
  afterAll(() => site?.close())

  test('a text is typed, looked at letter by letter, shared and read again by keyboard alone', async () => {
    const page = await site.visit()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the plaintext')
    await tabTo(page, 'Ciphertext')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(CHANGED)
    await page.getByRole('heading', { name: /The key changed at letter 50/ }).waitFor()
    // Tab leaves the field: it is no trap.
    await tabTo(page, /^Copy/)
    await tabTo(page, 'Position')
    await page.keyboard.press('Home')
    await page.getByText('0 of 112').waitFor()
    await page.keyboard.press('End')
    await page.getByText('112 of 112').waitFor()
    await tabTo(page, 'Letter')
    const letter = page.getByRole('slider', { name: 'Letter' })
    await page.keyboard.press('Home')
    await expect.poll(() => letter.getAttribute('aria-valuetext')).toMatch(/^letter 1, A, read as T/)
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowRight')
    await expect
      .poll(() => letter.getAttribute('aria-valuetext'))
      .toMatch(/^letter 5, t, read as m, 99\.\d percent/)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await tabTo(page, 'Show as a table')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'The score as a table' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('Show as a table')
    await tabTo(page, /^h stands for/)
    await page.keyboard.type('o')
    await page.getByText('12 of 313 keys are left.').waitFor()
    await page.context().close()
  })

  test('sentences are said once they are settled, and changes of key; the example and what waits never are', async () => {
    const page = await site.visit()
    await page.evaluate(() => {
      const said: { words: string; at: number }[] = []
      Object.assign(globalThis, { said })
      const region = document.querySelector('[aria-live]') as HTMLElement
      new MutationObserver(() =>
        said.push({ words: region.textContent ?? '', at: performance.now() }),
      ).observe(region, {
        childList: true,
      })
    })
    const said = (): Promise<{ words: string; at: number }[]> =>
      page.evaluate(() => (globalThis as unknown as { said: { words: string; at: number }[] }).said)
    await page.getByRole('heading', { name: /The key changed/ }).waitFor()
    expect(await said()).toEqual([])
    await page.locator('#ciphertext').fill('')
    await page.locator('#ciphertext').pressSequentially(CHANGED, { delay: 10 })
    await expect
      .poll(async () => (await said()).map(({ words }) => words).join(' '), PATIENT)
      .toMatch(
        /The morning was cold, and the boat had not come\..*The key changed to shift 19 at letter 50\./s,
      )
    const told = await said()
    for (const { words } of told) expect(words).not.toContain('Zanap')
    for (let index = 1; index < told.length; index++) {
      expect(told[index].at - told[index - 1].at).toBeGreaterThan(PAUSE)
    }
    expect(await page.locator('[aria-live]').count()).toBe(1)
    await page.locator('#ciphertext').fill(BOAT_7)
    await page.context().close()
  })
})
