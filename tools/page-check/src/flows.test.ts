import { createBase64, encodeText } from '@runnel/core/encodings'
import type { BrowserContext, Page, Route } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atTheEdge, dropFile, pasteAnywhere } from './gestures.ts'
import { browserPath } from './open-pages.ts'
import { PATIENT } from './patience.ts'
import { openSite, type Site } from './site.ts'
import { BOAT_7, BOAT_PLAIN, CHANGED, enciphered } from './texts.ts'
import { shownText as plaintext } from './until.ts'
import { waitingVersion } from './waiting-version.ts'

/** Milliseconds that building the page, and starting the service and the browser may take. */
const STARTING = 90_000

const says = (page: Page, words: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: words }).waitFor()

describe.skipIf(!browserPath)('the page, as people use it', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  }, STARTING)
  afterAll(() => site?.close())

  const using = async (use: (page: Page) => Promise<unknown>, options = {}): Promise<void> => {
    const page = await site.visit(options)
    await use(page)
    await page.context().close()
  }

  test('a text that is pasted anywhere is read at once', () =>
    using(async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await says(page, 'Caesar, shift 7.')
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
      expect(await page.locator('#ciphertext').inputValue()).toBe(BOAT_7)
    }))

  test('so is one that is pasted before any script of the page has come', () =>
    using(
      async (page) => {
        const routes: Route[] = []
        await page.route('**/assets/index-*.js', (route) => routes.push(route))
        await page.evaluate(() => sessionStorage.clear())
        await page.reload({ waitUntil: 'commit' })
        await page.waitForSelector('[data-played]', { state: 'attached' })
        await pasteAnywhere(page, BOAT_7)
        await expect.poll(() => routes.map((route) => route.continue())).not.toEqual([])
        await says(page, 'Caesar, shift 7.')
        await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
      },
      { reducedMotion: 'no-preference' },
    ))

  test('a text that is typed is read letter by letter, and settled when it is said to be all', () =>
    using(async (page) => {
      await page.locator('#ciphertext').fill('')
      await page.locator('#ciphertext').pressSequentially(BOAT_7)
      await says(page, 'Caesar, shift 7.')
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
      const settle = page.getByRole('button', { name: /settle it/ })
      if (await settle.isVisible()) await settle.click()
      await page.getByText(`${BOAT_PLAIN.length} letters settled`).waitFor()
      // What is corrected in the middle is read anew.
      await page.locator('#ciphertext').press('Control+Home')
      await page.keyboard.type('D')
      await page.waitForFunction(() => document.querySelector('.settled')?.textContent?.startsWith('WThe'))
    }))

  test('a file that is dropped, and one that is opened, are read', () =>
    using(async (page) => {
      await dropFile(page, 'boat.txt', [...Buffer.from(BOAT_7)])
      await page.getByText('boat.txt').waitFor()
      await says(page, 'Caesar, shift 7.')
      const buffer = Buffer.from(enciphered(BOAT_PLAIN, 'atbash', ''))
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'atbash.txt', mimeType: 'text/plain', buffer })
      await says(page, 'Atbash.')
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
    }))

  test('one goes back, on and to the end, and the moment is the same as when it was read', () =>
    using(async (page) => {
      await pasteAnywhere(page, CHANGED)
      await says(page, /The key changed at letter 50/)
      const whole = await plaintext(page)
      expect(whole).toBe(`${BOAT_PLAIN} Nobody said a word until the tide turned, and with it the wind.`)
      await expect
        .poll(() => page.locator('.chip').textContent(), PATIENT)
        .toBe('key changes: shift 7 to shift 19')
      await page.getByRole('slider', { name: 'Position' }).fill('54')
      await says(page, /stopped making sense at letter 50/)
      await expect.poll(() => plaintext(page), PATIENT).toBe(`${BOAT_PLAIN} Zanap`)
      await page.getByRole('button', { name: 'One letter back' }).click()
      await page.getByText('53 of 112').waitFor()
      for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'One letter on' }).click()
      await page.waitForFunction(() => document.querySelector('.settled')?.textContent?.includes('Nobody'))
      await page.getByRole('button', { name: 'To the end' }).click()
      await expect.poll(() => plaintext(page), PATIENT).toBe(whole)
    }))

  test('a letter that is locked leaves the keys that read it so; a contradiction is named, and undone', () =>
    using(async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await says(page, 'Caesar, shift 7.')
      await page.locator('[data-cipher=h]').fill('o')
      await page.getByText('12 of 313 keys are left.').waitFor()
      await page.locator('[data-cipher=e]').fill('o')
      await says(page, /No key reads h as o and e as o/)
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByText('12 of 313 keys are left.').waitFor()
      await page.getByRole('button', { name: 'Unlock all' }).click()
      await says(page, 'Caesar, shift 7.')
    }))

  test('a key that is set by hand is read with, and the net finds it again', () =>
    using(async (page) => {
      await pasteAnywhere(page, BOAT_7)
      await page.getByRole('button', { name: 'Set the key myself' }).click()
      await page.getByRole('textbox', { name: /^Key/ }).fill('3.5')
      await page.getByRole('button', { name: 'Read with it' }).click()
      await page
        .getByText(/That is no key of Caesar. The key: expected a whole number .* received "3.5"/)
        .waitFor()
      await page.getByRole('textbox', { name: /^Key/ }).fill('3')
      await page.getByRole('button', { name: 'Read with it' }).click()
      await expect.poll(() => plaintext(page), PATIENT).toMatch(/^Xli qsvrmrk/)
      await page.getByRole('button', { name: 'Let the net find it' }).click()
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
      // A cipher of blocks, whose text is of another length: from the list of all.
      await pasteAnywhere(page, enciphered('Hide the gold in the tree stump', 'playfair', 'playfair example'))
      await page.getByRole('button', { name: 'Set the key myself' }).click()
      await page.locator('.by-hand').getByLabel('Cipher').selectOption('playfair')
      await page.getByRole('textbox', { name: /^Key/ }).fill('playfair example')
      await page.getByRole('button', { name: 'Read with it' }).click()
      await says(page, /^Playfair/)
      await expect.poll(() => plaintext(page), PATIENT).toMatch(/^Hide the gold/i)
      // Letters of a script that is not read are told to be that.
      await pasteAnywhere(page, 'שלום עולם, מה שלומך?')
      await says(page, 'It is not written in Latin letters.')
      // Those of one that is are moved by a key that is known, too.
      await pasteAnywhere(page, 'Тулезх, нгн жзог?')
      await page.getByRole('button', { name: 'Set the key myself' }).click()
      await page.getByRole('combobox', { name: 'Letters that it moves' }).selectOption('ru')
      await page.getByRole('textbox', { name: /^Key/ }).fill('3')
      await page.getByRole('button', { name: 'Read with it' }).click()
      await says(page, /^Caesar, shift 3/)
      await expect.poll(() => plaintext(page), PATIENT).toBe('Привет, как дела?')
      await page.getByLabel('г stands for; came 2 times').waitFor({ state: 'attached' })
    }))

  test('a link holds the text after its #, and opens where and how it says', () =>
    using(async (page) => {
      await pasteAnywhere(page, CHANGED)
      expect(new URL(page.url()).hash).toBe('')
      await page.getByRole('button', { name: 'Share' }).click()
      await page.getByRole('checkbox', { name: /for a class/ }).check()
      const link = page.locator('[data-link*="hide=1"]')
      const address = (await link.getAttribute('data-link')) as string
      expect(new URL(address).search).toBe('')
      await using(
        async (other) => {
          await other.getByText('1 of 112').waitFor()
          expect(await other.locator('#ciphertext').inputValue()).toBe(CHANGED)
          expect(await other.locator('.settled').getAttribute('aria-hidden')).toBe('true')
          await other.getByRole('button', { name: 'Show it' }).click()
          await other.getByRole('button', { name: 'To the end' }).click()
          await says(other, /The key changed at letter 50/)
        },
        { path: address.slice(site.url.length) },
      )
    }))

  test('what is enciphered here is read here', () =>
    using(async (page) => {
      await page.getByRole('link', { name: 'Encipher' }).click()
      await page
        .getByRole('textbox', { name: 'Message' })
        .fill('Meet me where the river turns, an hour before the tide.')
      await page.getByRole('combobox', { name: 'Cipher' }).selectOption('affine')
      await page.getByRole('textbox', { name: 'Key', exact: true }).fill('4,2')
      await page.getByText(/That is no key of this cipher/).waitFor()
      await page.getByRole('textbox', { name: 'Key', exact: true }).fill('5,8')
      await page.getByRole('button', { name: 'Watch it being read' }).click()
      await page.getByRole('button', { name: 'To the end' }).click()
      await says(page, /Affine, a 5, b 8/)
      // A cipher that moves with the text, from the same list: written here, and read with the key that is known.
      await page.getByRole('link', { name: 'Encipher' }).click()
      await page.getByRole('combobox', { name: 'Cipher' }).selectOption('vigenere')
      await page.getByRole('textbox', { name: 'Key', exact: true }).fill('LEMON')
      await page.getByRole('button', { name: 'Watch it being read' }).click()
      await page.getByRole('button', { name: 'Set the key myself' }).click()
      await page.locator('.by-hand').getByLabel('Cipher').selectOption('vigenere')
      await page.getByRole('textbox', { name: /^Key/ }).fill('LEMON')
      await page.getByRole('button', { name: 'Read with it' }).click()
      await expect.poll(() => plaintext(page), PATIENT).toMatch(/^Meet me where the river turns/)
    }))

  test('the edge reads the same, and a reload goes on with its session', () =>
    using(async (page) => {
      await page.locator('#ciphertext').fill('')
      await atTheEdge(page)
      await page
        .getByText(/your text goes to/)
        .first()
        .waitFor()
      await page.locator('#ciphertext').pressSequentially(BOAT_7.slice(0, 30))
      await page.waitForFunction(() =>
        document.querySelector('.settled')?.textContent?.startsWith('The morning'),
      )
      await page.reload()
      await expect.poll(() => page.locator('#ciphertext').inputValue(), PATIENT).toBe(BOAT_7.slice(0, 30))
      await page.locator('#ciphertext').press('Control+End')
      await page.keyboard.type(BOAT_7.slice(30))
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
    }))

  test('a new version waits until it is wanted, and is loaded then', () =>
    using(
      async (page) => {
        await page.getByText('A new version is ready.').waitFor()
        await page.evaluate(() => Reflect.set(globalThis, 'isOld', true))
        await page.getByRole('button', { name: 'Reload' }).click()
        await page.waitForFunction(() => !Reflect.get(globalThis, 'isOld'))
      },
      { before: (context: BrowserContext) => context.addInitScript(waitingVersion) },
    ))

  test('encodings are found in a text that is pasted, are named, and can be left on', () =>
    using(async (page) => {
      await pasteAnywhere(page, encodeText(createBase64(), BOAT_7))
      await says(page, 'Base64, then Caesar, shift 7.')
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
      await page.getByText('48 of 48').waitFor()
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('combobox', { name: 'Encoding around it' }).selectOption('')
      await page.keyboard.press('Escape')
      await says(page, /^(?!Base64)/)
      await page.getByText('64 of 64').waitFor()
      // The edge takes them off as well, and the alphabet counts the letters of what comes out.
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('combobox', { name: 'Encoding around it' }).selectOption('found')
      await page.keyboard.press('Escape')
      await atTheEdge(page)
      await says(page, 'Base64, then Caesar, shift 7.')
      await expect.poll(() => plaintext(page), PATIENT).toBe(BOAT_PLAIN)
      await page.getByLabel('v stands for; came 5 times').waitFor({ state: 'attached' })
    }))
})
