import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import type { View } from '../state/route.ts'
import { Icon, Waves } from './icons.tsx'

const views: readonly { readonly view: View; readonly words: string }[] = [
  { view: 'decipher', words: 'Decipher' },
  { view: 'encipher', words: 'Encipher' },
  { view: 'lesson', words: 'Lesson' },
]

/** The head of the page: its views, where text goes, settings, colours. */
export const Top = (): JSX.Element => {
  const { page } = usePage()
  const { route, settings, dialog } = page
  const isAway = page.engineKind.value === 'edge'
  const { isDark } = settings
  const go = (view: View) => (event: Event) => {
    event.preventDefault()
    route.go(view)
  }
  return (
    <header class="top">
      <a class="brand" href="/" aria-label="Runnel, home" onClick={go('decipher')}>
        <Waves />
        runnel
      </a>
      <nav aria-label="Main">
        {views.map(({ view, words }) => (
          <a
            key={view}
            href={view === 'decipher' ? '/' : `#${view}`}
            aria-current={route.view.value === view ? 'page' : undefined}
            onClick={go(view)}
          >
            {words}
          </a>
        ))}
        <a href="/docs">Service</a>
      </nav>
      <div class="end">
        <span class={`where${isAway ? ' away' : ''}`}>
          <i aria-hidden="true" />
          {isAway ? (
            <span>
              At the edge<span class="long">: your text goes to {location.host}</span>.
            </span>
          ) : (
            <span>
              On this device.<span class="long"> Your text stays here.</span>
            </span>
          )}
        </span>
        <button
          class="button small"
          type="button"
          aria-haspopup="dialog"
          onClick={() => {
            dialog.value = 'settings'
          }}
        >
          Settings
        </button>
        <button
          class="button icon small bare"
          type="button"
          aria-label={isDark ? 'Light colours' : 'Dark colours'}
          onClick={() => {
            settings.theme.value = isDark ? 'light' : 'dark'
          }}
        >
          <Icon name="half" />
        </button>
      </div>
    </header>
  )
}
