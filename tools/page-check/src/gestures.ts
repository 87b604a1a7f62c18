import type { Page } from 'playwright'

/** Pastes a text where no field has the focus. */
export const pasteAnywhere = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new Event('paste', { bubbles: true, cancelable: true })
    // Firefox gives a synthetic ClipboardEvent no data.
    document.body.dispatchEvent(Object.assign(event, { clipboardData }))
  }, text)

/** Drops a file on the page. */
export const dropFile = (page: Page, name: string, bytes: readonly number[] | number): Promise<void> =>
  page.evaluate(
    ({ name, bytes }) => {
      const dataTransfer = new DataTransfer()
      const content = typeof bytes === 'number' ? new Uint8Array(bytes).fill(97) : Uint8Array.from(bytes)
      dataTransfer.items.add(new File([content], name))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    { name, bytes },
  )

/** Has the keys of a cipher weighed from now on, or searched. */
export const chooseCipher = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: /Ciphers/ }).selectOption(name)
  await page.keyboard.press('Escape')
}

/** Reads at the edge from now on. */
export const atTheEdge = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: /At the edge/ }).check()
  await page.keyboard.press('Escape')
}

/** Chooses the language that the text is read as. */
export const chooseLanguage = async (page: Page, language: string): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Language of the text').selectOption(language)
  await page.keyboard.press('Escape')
}
