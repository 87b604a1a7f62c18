import type { Page } from 'playwright'
import { type EngineLetter, engineLetters } from './watch-page.ts'

/** The plaintext that is shown, without marks of changes. */
export const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const shown = document.querySelector('#plaintext .settled')?.cloneNode(true) as HTMLElement
    for (const mark of shown.querySelectorAll('.chip')) mark.remove()
    return shown.textContent ?? ''
  })

/** Waits until the engine has read a text to its end. */
export const untilRead = async (page: Page, timeout = 60_000): Promise<void> => {
  await page.waitForFunction(
    () => {
      const letters = Reflect.get(globalThis, 'engineLetters') as EngineLetter[]
      const begun = letters.findLastIndex(
        ({ from, type }) => from === 'page' && (type === 'start' || type === 'again'),
      )
      return letters.slice(begun).some(({ ended }) => ended)
    },
    undefined,
    // Looking is not to leave more garbage than the page.
    { timeout, polling: 50 },
  )
}

/** Waits until the service worker keeps all files of the page. */
export const untilKept = async (page: Page): Promise<void> => {
  let state = ''
  for (let tries = 0; tries < 600; tries++) {
    state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      const { active, waiting, installing } = registration ?? {}
      return (active ?? waiting ?? installing)?.state ?? 'there is none'
    })
    if (state === 'activated') return
    await page.waitForTimeout(100)
  }
  throw new Error(`the service worker did not become active in a minute: ${state}`)
}

/** Waits until the engine has its model. */
export const untilReady = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 1200; tries++) {
    if ((await engineLetters(page)).some(({ type }) => type === 'ready')) return
    await page.waitForTimeout(50)
  }
  throw new Error('the model did not come in a minute')
}

/** Waits until all keys are sought that `auto` stands for: twice, without the counts of searches and with them. */
export const untilWidened = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if ((await engineLetters(page)).filter(({ type }) => type === 'widened').length > 1) return
    await page.waitForTimeout(50)
  }
  throw new Error('the counts of searches did not come in 15 s')
}
