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
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    passed.push(now)
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join(' · ')}`)
}

/** Pairs of the page's colours, as they are named, whose contrast is below 4.5 (WCAG 2.2, relative luminance). */
const contrasts = (page: Page, texts: readonly string[], grounds: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ({ texts, grounds }) => {
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
      const probe = document.body.appendChild(document.createElement('span'))
      const luminance = (name: string): number => {
        probe.style.color = `var(--${name})`
        context.fillStyle = getComputedStyle(probe).color
        context.fillRect(0, 0, 1, 1)
        const [red, green, blue] = Array.from(context.getImageData(0, 0, 1, 1).data, (value) => {
          const part = value / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const low = texts.flatMap((text) =>
        grounds.flatMap((ground) => {
          const [darker, lighter] = [luminance(text), luminance(ground)].sort((a, b) => a - b)
          const contrast = (lighter + 0.05) / (darker + 0.05)
          return contrast < 4.5 ? [`${text} on ${ground}: ${contrast.toFixed(2)}`] : []
        }),
      )
      probe.remove()
      return low
    },
    { texts, grounds },
  )

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

  test('an early letter, a word, a key by hand, enciphering, a lesson and the edge, by keyboard alone', async () => {
    const page = await site.visit()
    const press = async (name: string | RegExp): Promise<void> => {
      await tabTo(page, name)
      await page.keyboard.press('Enter')
    }
    await press('Examples')
    await press(/^Wrong at first/)
    await page.getByRole('heading', { name: /^Letter 75 was settled as H/ }).waitFor()
    await press('Read again, knowing the change')
    await page.locator('.settled', { hasText: 'At noon the bells rang' }).waitFor()
    await tabTo(page, 'A word you know is in the plaintext')
    await page.keyboard.type('drawer')
    await page.keyboard.press('Enter')
    await page.getByText('1 of 313 keys are left.').waitFor()
    await press('Unlock all')
    await press('Set the key myself')
    await tabTo(page, /^Key: /)
    await page.keyboard.type('14')
    await page.keyboard.press('Enter')
    await page.getByText('Set by hand: nothing is weighed.').waitFor()
    await press('Let the net find it')
    await press('Encipher')
    await tabTo(page, 'Message')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('The boat comes at noon.')
    await press('Watch it being read')
    await press('To the end')
    await page.locator('.settled', { hasText: 'The boat comes at noon.' }).waitFor()
    await press('Lesson')
    await press('Next letter')
    await page.getByText('Letter 4 of 23').waitFor()
    await press('Which key would you bet on?')
    await press('Caesar, shift 11')
    await page.getByText('The net bets on it as well.').waitFor()
    await press('Decipher')
    await press('Settings')
    await tabTo(page, /^On this device/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page.getByText(/your text goes to/).waitFor()
    await page.locator('.settled', { hasText: 'The boat comes at noon.' }).waitFor()
    await page.context().close()
  })

  test('colours that no tool sees have a contrast of 4.5, nothing moves of itself, and a finger hits 44 pixels', async () => {
    const page = await site.visit({ viewport: { width: 390, height: 844 } })
    await page.locator('.alphabet, .letters').waitFor({ state: 'attached' })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // On the canvas, and of highlights in the text.
      expect(await contrasts(page, ['ink', 'muted', 'wait', 'turn'], ['panel'])).toEqual([])
      expect(await contrasts(page, ['ink'], ['panel', 'sunk', 'water-soft'])).toEqual([])
    }
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a[href], select, summary')]
        .filter((element) => element.checkVisibility() && !element.closest('p, .foot, .settled, .skip'))
        .filter((element) => element.getBoundingClientRect().height < 43.5 && element.offsetWidth > 1)
        .map(({ textContent, className }) => `${textContent} (${className})`),
    )
    expect(small).toEqual([])
    await page.context().close()
  })

  test('where there are no highlights, what waits is underlined all the same', async () => {
    const page = await site.visit({
      before: (context) =>
        context.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined })),
    })
    await page.locator('#ciphertext').fill('')
    await page.locator('#ciphertext').pressSequentially('Aol tv')
    await page.locator('.tail.waiting', { hasText: /^The/ }).waitFor()
    expect(await page.locator('.tail').evaluate((tail) => getComputedStyle(tail).textDecorationLine)).toBe(
      'underline',
    )
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
