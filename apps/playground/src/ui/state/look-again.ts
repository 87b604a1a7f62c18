import { effect } from '@preact/signals'
import type { Page } from './page.ts'

/** Looks once more at a text that nothing has explained, and reads it with the key that is found. */
export const lookAgain = (page: Page): void => {
  const { reader } = page
  reader.lookAgain()
  const end = effect(() => {
    const found = reader.look.value?.found
    if (!found) return
    const { cipher, key, encoding } = found
    queueMicrotask(() => {
      end()
      page.readAgain({ stretches: [{ start: 0, cipher, key }], ...(encoding && { encoding }) })
      page.foundAgain.value = found
    })
  })
}
