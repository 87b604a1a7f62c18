import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { pasteAnywhere } from './gestures.ts'
import { inCipher, longText } from './long-text.ts'
import { longestTasks } from './longest-tasks.ts'
import { chromiumPath, type OpenPages, openPages } from './open-pages.ts'
import { PATIENT } from './patience.ts'
import { shownText, untilRead, untilReady } from './until.ts'
import { engineLetters } from './watch-page.ts'

const cli = path.join(import.meta.dirname, '../../../apps/cli/src/main.ts')

/** Milliseconds of CPU that a task may take at the most. */
const MOST = 100

/** A text in a file of its own. */
const fileOf = (content: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'message.txt')
  writeFileSync(file, content)
  return file
}

/** A text as the command line deciphers it. */
const deciphered = (ciphertext: string): Promise<string> =>
  text(spawn(process.execPath, [cli, 'decipher', '--quiet', fileOf(ciphertext)]).stdout)

describe.skipIf(!chromiumPath)('a text of 100,000 characters', () => {
  let pages: OpenPages
  beforeAll(async () => {
    pages = await openPages()
  }, 60_000)
  afterAll(() => pages.close())

  test('keeps the main thread free, and is the text of the command line', async () => {
    const ciphertext = inCipher(longText(100_000))
    const { page, faults } = await pages.open()
    const measure = async () => {
      await untilReady(page)
      return longestTasks(pages.browser, page, async () => {
        await pasteAnywhere(page, ciphertext)
        await untilRead(page)
        await page.waitForTimeout(100)
      })
    }
    let longest = await measure()
    if (Math.max(longest.main, longest.engine) >= MOST) {
      // Caches that others fill make even the CPU of a task longer, once.
      await page.goto(`${pages.service.url}/`)
      longest = await measure()
    }
    expect(longest.main).toBeLessThan(MOST)
    // Stop waits for one task of the engine at the most.
    expect(longest.engine).toBeGreaterThan(0)
    expect(longest.engine).toBeLessThan(MOST)
    const expected = await deciphered(ciphertext)
    await expect.poll(async () => (await shownText(page)) === expected).toBe(true)
    expect(faults).toEqual([])
  })

  test('stops where it is told to, and goes on', async () => {
    const { page } = await pages.open()
    await untilReady(page)
    await pasteAnywhere(page, inCipher(longText(100_000)))
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Go on' }).waitFor()
    const letters = await engineLetters(page)
    const asked = letters.findLastIndex(({ from, type }) => from === 'page' && type === 'stop')
    const answered = letters.slice(asked).filter(({ from, type }) => from === 'engine' && type === 'frame')
    // The slice that was being read then, and those whose frames were on their way: no more of them.
    expect(answered.at(-1)?.stopped).toBe(true)
    const { read = 0 } = answered.at(-1) ?? {}
    expect(read).toBeLessThan(100_000)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect.poll(async () => (await engineLetters(page)).at(-1)?.read).toBeGreaterThan(read)
  })

  test('a file of 5 MB is read from its start, the main thread free; one that is larger is not', async () => {
    const plaintext = longText(5 * 1024 * 1024)
    const { page, faults } = await pages.open()
    await untilReady(page)
    const choose = (text: string) => page.locator('input[type=file]').setInputFiles(fileOf(text))
    const readSoFar = async (): Promise<number> => (await engineLetters(page)).at(-1)?.read ?? 0
    const { main } = await longestTasks(pages.browser, page, async () => {
      await choose(inCipher(plaintext))
      await expect.poll(readSoFar, PATIENT).toBeGreaterThan(20_000)
      await page.getByRole('button', { name: 'Stop' }).click()
    })
    expect(main).toBeLessThan(100)
    const shown = await shownText(page)
    expect(shown.length).toBeGreaterThan(15_000)
    const right = Array.from(shown.slice(0, 15_000)).filter((letter, at) => letter === plaintext[at])
    expect(right.length).toBeGreaterThan(14_900)
    await choose('a'.repeat(5 * 1024 * 1024 + 1))
    await page.getByText('is larger than 5 MB').waitFor()
    expect(faults).toEqual([])
  })
})
