import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inCipher, longText } from '../long-text.ts'
import { longestTasks } from '../longest-tasks.ts'
import type { OpenPages } from '../open-pages.ts'
import { untilReady } from '../until.ts'
import { engineLetters } from '../watch-page.ts'

/** Characters that are read of the file before it is stopped. */
const ENOUGH = 50_000

/** CPU of the longest tasks while a file of 5 MB is opened, read for a while, and stopped; and the time until it stopped. */
export const measureFile = async (
  pages: OpenPages,
): Promise<{ readonly main: number; readonly engine: number; readonly stop: number }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-page-'))
  const file = path.join(folder, 'message.txt')
  writeFileSync(file, inCipher(longText(5 * 1024 * 1024)))
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  const tasks = await longestTasks(pages.browser, page, async () => {
    await page.locator('input[type=file]').setInputFiles(file)
    while (((await engineLetters(page)).at(-1)?.read ?? 0) < ENOUGH) await page.waitForTimeout(100)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Go on' }).waitFor()
  })
  const letters = await engineLetters(page)
  const asked = letters.findLast(({ from, type }) => from === 'page' && type === 'stop')
  const obeyed = letters.findLast(({ stopped }) => stopped)
  await page.context().close()
  rmSync(folder, { recursive: true })
  return { ...tasks, stop: (obeyed?.at ?? Number.NaN) - (asked?.at ?? Number.NaN) }
}
