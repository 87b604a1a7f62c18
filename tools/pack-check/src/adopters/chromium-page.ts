import { findChromium } from '@runnel/tasks/chromium'
import { chromiumWords } from '@runnel/tasks/chromium-words'
import { chromium } from 'playwright'
import { ciphertext, plaintext } from './adopter.ts'

/**
 * Opens a page in Chromium, writes the ciphertext into its `<textarea>`, and gives what its `<pre>` says once that is the
 * plaintext, or after half a minute.
 *
 * @throws Error when there is no Chromium, or with what the page complained about
 */
export const readInChromium = async (url: string): Promise<string> => {
  const found = await findChromium()
  if ('reason' in found) throw new Error(found.reason)
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...chromiumWords],
  })
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) {
        complaints.push(message.text())
      }
    })
    await page.goto(url)
    await page.locator('textarea').fill(ciphertext)
    const output = page.locator('pre', { hasText: plaintext })
    await output.waitFor({ timeout: 30_000 }).catch(() => complaints.push('the plaintext does not come'))
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
    return (await output.textContent()) ?? ''
  } finally {
    await browser.close()
  }
}
