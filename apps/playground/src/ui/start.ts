import { cipherNames } from './state/cipher-names.ts'
import { deriveFrom } from './state/derive.ts'
import { type Engines, Page } from './state/page.ts'
import type { PageView } from './state/page-context.ts'
import { readLink } from './state/read-link.ts'

/**
 * Starts a page: its engine loads, and what the address holds, or else the example, is read.
 *
 * @param from the letter from which the example plays
 */
export const startPage = async (engines: Engines, from?: number): Promise<PageView> => {
  const page = new Page(engines)
  listen(page)
  if (!(await page.resumeEdge())) {
    void page.reader.load()
    void open(page, from)
  }
  return { page, ...deriveFrom(page) }
}

const open = async (page: Page, from?: number): Promise<void> => {
  const { hash } = location
  if (!hash.startsWith('#c=')) {
    page.playExample(from)
    return
  }
  const link = await readLink(hash)
  if (link === 'damaged' || link === undefined) {
    page.notices.show({
      id: 'link',
      kind: 'bad',
      words: 'The link is damaged: a part of it was lost on the way. Paste the text instead.',
      canClose: true,
    })
    page.type('')
    return
  }
  if (link.pace) page.playback.pace.value = link.pace
  if (link.cipher && cipherNames().includes(link.cipher)) page.reader.options.value = { cipher: link.cipher }
  page.read(link.text, 'link')
  page.isHidden.value = link.hide ?? false
  if (link.at !== undefined) page.playback.position.value = link.at
  else if (!page.settings.isReducedMotion) {
    page.playback.position.value = 0
    page.playback.play()
  }
}

/** Paste and drop work anywhere; the network comes and goes. */
const listen = (page: Page): void => {
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#c=')) void open(page)
  })
  document.addEventListener('paste', (event) => {
    const { target } = event
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return
    const text = event.clipboardData?.getData('text/plain')
    if (!text) return
    event.preventDefault()
    page.route.go('decipher')
    page.read(text, 'pasted')
  })
  const { body } = document
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    body.classList.add('dropping')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) body.classList.remove('dropping')
  })
  document.addEventListener('drop', (event) => {
    body.classList.remove('dropping')
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    page.route.go('decipher')
    void page.open(file)
  })
  addEventListener('offline', () => {
    page.isOffline.value = true
  })
  addEventListener('online', () => {
    page.isOffline.value = false
  })
}
