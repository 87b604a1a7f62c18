import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseCipher, pasteAnywhere } from './gestures.ts'
import { chromiumPath, type OpenPages, openPages } from './open-pages.ts'
import { enciphered, HARBOUR } from './texts.ts'
import { shownText, untilKept, untilRead, untilReady } from './until.ts'

/** The machine may be busy. */
const PATIENT = { timeout: 15_000 }

describe.skipIf(!chromiumPath)('keys that are searched', () => {
  let pages: OpenPages
  beforeAll(async () => {
    pages = await openPages()
  }, 90_000)
  afterAll(() => pages.close())

  test('counts of a search are asked for when its cipher is chosen, once, and kept for times without a network', async () => {
    const { page, requests, faults } = await pages.open()
    await untilReady(page)
    await untilKept(page)
    // From now on the service worker answers.
    await page.reload()
    await untilReady(page)
    const asked = (): string[] =>
      requests.map(({ url }) => new URL(url).pathname).filter((path) => path.includes('/searches/'))
    expect(asked()).toEqual([])
    await chooseCipher(page, 'substitution')
    await pasteAnywhere(page, enciphered(HARBOUR, 'substitution', 'zebras'))
    await untilRead(page)
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    expect(new Set(asked()).size).toBe(2)
    await page.context().setOffline(true)
    await page.reload()
    await untilReady(page)
    await chooseCipher(page, 'substitution')
    await pasteAnywhere(page, enciphered(HARBOUR, 'substitution', 'zebras'))
    await untilRead(page)
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('each cipher of the list can be chosen, and those that are searched read their own text', async () => {
    const { page, faults } = await pages.open()
    await untilReady(page)
    for (const [cipher, key] of [
      ['beaufort', 'LEMON'],
      ['gronsfeld', '31415'],
      ['autokey', 'LEMON'],
    ]) {
      await chooseCipher(page, cipher)
      await pasteAnywhere(page, enciphered(HARBOUR, cipher, key))
      await untilRead(page)
      await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    }
    // With their code there, the choice of none finds them too.
    await chooseCipher(page, 'auto')
    await pasteAnywhere(page, enciphered(HARBOUR, 'vigenere', 'RIVER'))
    await untilRead(page)
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
