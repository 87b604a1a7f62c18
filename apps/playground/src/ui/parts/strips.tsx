import type { JSX } from 'preact'
import type { Notice } from '../state/notices.ts'
import { usePage } from '../state/page-context.ts'
import { pageNotices } from '../telling/page-notices.ts'
import { Icon } from './icons.tsx'

/** The line above the texts: one at a time, the gravest first. */
export const Strips = (): JSX.Element => {
  const { page } = usePage()
  const [notice] = pageNotices(page)
  return (
    <div class="strips" role="status">
      {notice && <Strip notice={notice} close={() => page.notices.close(notice.id)} />}
    </div>
  )
}

const Strip = ({ notice, close }: { notice: Notice; close: () => void }): JSX.Element => {
  const { kind, words, action, isQuiet, progress, canClose } = notice
  return (
    <div class={`strip ${kind}`} data-notice={notice.id} aria-live={isQuiet ? 'off' : undefined}>
      <p>{words}</p>
      {progress !== undefined && <progress value={progress} max={1} aria-label="Read so far" />}
      {action && (
        <button class="button small" type="button" onClick={action.run}>
          {action.words}
        </button>
      )}
      {canClose && (
        <button class="button small bare icon" type="button" aria-label="Put away" onClick={close}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
