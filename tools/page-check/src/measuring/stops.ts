import { pasteAnywhere } from '../gestures.ts'
import { inCipher, longText } from '../long-text.ts'
import type { OpenPages } from '../open-pages.ts'
import { untilReady } from '../until.ts'
import { engineLetters } from '../watch-page.ts'

/** Milliseconds from the click until the engine has stopped, so many times in one long text. */
export const measureStops = async (pages: OpenPages, times: number): Promise<number[]> => {
  const { page } = await pages.open('/', { reducedMotion: 'reduce' })
  await untilReady(page)
  await pasteAnywhere(page, inCipher(longText(400_000)))
  const took: number[] = []
  while (took.length < times) {
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Go on' }).waitFor()
    const letters = await engineLetters(page)
    const asked = letters.findLast(({ from, type }) => from === 'page' && type === 'stop')
    const obeyed = letters.findLast(({ stopped }) => stopped)
    took.push((obeyed?.at ?? Number.NaN) - (asked?.at ?? Number.NaN))
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForTimeout(200)
  }
  await page.context().close()
  return took
}
