import type { Page } from '../state/page.ts'

/** Copies a text, and says so above the texts. */
export const copyText = async (page: Page, text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
    page.notices.show({ id: 'copied', kind: 'plain', words: 'Copied.', canClose: true })
    setTimeout(() => page.notices.close('copied'), 3000)
  } catch {
    page.notices.show({
      id: 'copied',
      kind: 'bad',
      words: 'The browser did not let it be copied.',
      canClose: true,
    })
  }
}

/** Hands a text to the browser as a file. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
