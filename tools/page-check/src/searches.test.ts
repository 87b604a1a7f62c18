import { deflateRawSync } from 'node:zlib'
import { findLetters } from '@runnel/core/alphabets'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseCipher, pasteAnywhere } from './gestures.ts'
import { chromiumPath, type OpenPages, openPages } from './open-pages.ts'
import { PATIENT } from './patience.ts'
import { enciphered, HARBOUR } from './texts.ts'
import { shownText, untilKept, untilRead, untilReady, untilWidened } from './until.ts'

describe.skipIf(!chromiumPath)('keys that are searched', () => {
  let pages: OpenPages
  beforeAll(async () => {
    pages = await openPages()
  }, 90_000)
  afterAll(() => pages.close())

  test('a substitution is read though nobody chose it: from a link, pasted, and without a network', async () => {
    const text = enciphered(HARBOUR, 'substitution', 'zebras')
    // The text is there before what reads it.
    const link = `c=${deflateRawSync(text).toString('base64url')}`
    const { page, requests, faults } = await pages.open(`/#${link}`, { reducedMotion: 'reduce' })
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    const asked = (): string[] =>
      requests.map(({ url }) => new URL(url).pathname).filter((path) => path.includes('/searches/'))
    expect(new Set(asked()).size).toBe(2)
    await untilKept(page)
    await page.context().setOffline(true)
    await page.goto(pages.service.url)
    await page.reload()
    await untilWidened(page)
    await pasteAnywhere(page, text)
    await untilRead(page)
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    expect(new Set(asked()).size).toBe(2)
    // A letter that is set by hand is sought with, whichever search reads the text.
    await page.locator('[data-cipher=q]').fill('t')
    await page.getByRole('button', { name: 'Unlock all' }).click()
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

  test('a cipher that is searched is read by its name, its places are shown, and each is an alphabet', async () => {
    const { page, faults } = await pages.open()
    await untilReady(page)
    const says = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
    await chooseCipher(page, 'vigenere')
    await pasteAnywhere(page, enciphered(HARBOUR, 'vigenere', 'LEMON'))
    await says('Vigenère, LEMON.')
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    const places = page.getByRole('list', { name: 'Places of the key' })
    expect(await places.locator('button').allTextContents()).toEqual([...'LEMON'])
    for (const [place, plain] of [
      [1, 'p'],
      [2, 'w'],
    ] as const) {
      await places
        .locator('button')
        .nth(place - 1)
        .click()
      // With L, an a is read as p; with E as w.
      await expect.poll(() => page.locator('[data-cipher=a]').inputValue(), PATIENT).toBe(plain)
    }
    // A letter that is set there narrows that place of the key alone; what contradicts it is set right the same way.
    await page.locator('[data-cipher=a]').fill('z')
    await says('Vigenère, LBMON.')
    await expect.poll(() => shownText(page), PATIENT).toMatch(/^Tke m/)
    await page.locator('[data-cipher=a]').fill('w')
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('Cyrillic and Greek text is read in a language of its letters, pasted or typed', async () => {
    const { page, faults } = await pages.open()
    await untilReady(page)
    const greek = 'Η θαλασσα ηταν ησυχη και το φεγγαρι ελαμπε'
    await pasteAnywhere(page, enciphered(greek, 'caesar', '5', findLetters('el')))
    await expect.poll(() => shownText(page), PATIENT).toBe(greek)
    const russian = 'Сегодня вечером мы встречаемся у фонтана возле театра'
    await page.locator('textarea').first().fill('')
    await page
      .locator('textarea')
      .first()
      .pressSequentially(enciphered(russian, 'caesar', '5', findLetters('ru')))
    await expect.poll(() => shownText(page), PATIENT).toBe(russian)
    await pasteAnywhere(page, enciphered(HARBOUR))
    await expect.poll(() => shownText(page), PATIENT).toBe(HARBOUR)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
