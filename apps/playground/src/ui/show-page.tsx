import { effect } from '@preact/signals'
import { render } from 'preact'
import { engines } from '../engines.ts'
import { PASTED, PLAYED } from '../first/first-frame.ts'
import { registerOffline } from '../offline/register-offline.ts'
import { App } from './app.tsx'
import { startPage } from './start.ts'
import type { PageView } from './state/page-context.ts'

/** Shows the page, and keeps it for times without a network. */
export const showPage = async (root: HTMLElement): Promise<void> => {
  const isPlaying = PLAYED in root.dataset
  const view = await startPage(engines, Number(root.dataset[PLAYED] ?? 1))
  if (isPlaying) takeOver(view, root)
  else render(<App view={view} />, root)
  registerOffline((take) =>
    view.page.notices.show({
      id: 'version',
      kind: 'plain',
      words: 'A new version is ready.',
      action: { words: 'Reload', run: take },
    }),
  )
}

/** Goes on with the example that has begun to play, once it stands there; what has been typed or pasted by then is read. */
const takeOver = (view: PageView, root: HTMLElement): void => {
  const { page } = view
  const { position, moment } = page.playback
  const stop = effect(() => {
    const played = Number(root.dataset[PLAYED])
    if (moment.value.read >= played) queueMicrotask(show)
    else if ((position.peek() ?? played) < played) position.value = played
  })
  const show = (): void => {
    stop()
    const field = root.querySelector('textarea')
    const [typed, from, to] = [field?.value ?? '', field?.selectionStart ?? 0, field?.selectionEnd ?? 0]
    const isInField = field !== null && document.activeElement === field
    const isPasted = PASTED in root.dataset
    delete root.dataset[PLAYED]
    root.replaceChildren()
    if (isPasted) page.read(typed, 'pasted')
    else if (typed !== (field?.defaultValue ?? '')) page.type(typed)
    render(<App view={view} />, root)
    if (!isInField) return
    const own = root.querySelector('textarea')
    own?.focus({ preventScroll: true })
    own?.setSelectionRange(from, to)
  }
}
