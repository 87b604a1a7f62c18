import { useComputed, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { Announcer } from './parts/announcer.tsx'
import { brought } from './parts/brought.tsx'
import { Cards } from './parts/cards.tsx'
import { CipherPane } from './parts/cipher-pane.tsx'
import { Foot } from './parts/foot.tsx'
import { Lagging } from './parts/lagging.tsx'
import { bringAll, bringDialogs, bringEncipher, bringLesson } from './parts/later.ts'
import { PlainPane } from './parts/plain-pane.tsx'
import { PlaybackBar } from './parts/playback-bar.tsx'
import { ScoreView } from './parts/score-view.tsx'
import { Strips } from './parts/strips.tsx'
import { Top } from './parts/top.tsx'
import { Verdict } from './parts/verdict.tsx'
import { PageContext, type PageView, usePage } from './state/page-context.ts'

const Lesson = brought(bringLesson)
const OpenDialog = brought(bringDialogs)
const Encipher = brought(bringEncipher)

/** The whole page. */
export const App = ({ view }: { view: PageView }): JSX.Element => (
  <PageContext.Provider value={view}>
    <Skip />
    <div class="page">
      <Top />
      <main id="main" tabIndex={-1}>
        <Routed />
      </main>
      <Foot isKept />
    </div>
    <Announcer />
    <Dialogs />
  </PageContext.Provider>
)

/** Verdict, texts, playback and score alone, to stand in another page. */
export const EmbeddedApp = ({ view }: { view: PageView }): JSX.Element => (
  <PageContext.Provider value={view}>
    <div class="page embedded">
      <main id="main">
        <Reading isWhole={false} />
      </main>
      <Foot isKept={false} />
    </div>
    <Announcer />
    <Dialogs />
  </PageContext.Provider>
)

/** The dialog that is open, if one is. Its code is there by then: it comes after the model, and after a text that waited for it. */
const Dialogs = (): JSX.Element | null => {
  const { page } = usePage()
  const { reader } = page
  const isIdle = useComputed(() => {
    reader.version.value
    return reader.ready.value !== undefined && (reader.text === '' || reader.log.latest.read > 0)
  })
  useSignalEffect(() => {
    if (isIdle.value) void bringAll()
  })
  return page.dialog.value ? <OpenDialog /> : null
}

/** The first thing that Tab reaches: past the head of the page. */
const Skip = (): JSX.Element => {
  const { page } = usePage()
  const isReading = page.route.view.value === 'decipher'
  const target = isReading ? 'plaintext' : 'main'
  return (
    <a
      class="skip"
      href={`#${target}`}
      onClick={(event) => {
        // The fragment of the address is the view's own.
        event.preventDefault()
        document.getElementById(target)?.focus()
      }}
    >
      {isReading ? 'Skip to the plaintext' : 'Skip to what is on the page'}
    </a>
  )
}

const Routed = (): JSX.Element => {
  const { page } = usePage()
  switch (page.route.view.value) {
    case 'encipher':
      return (
        <>
          <Strips />
          <Encipher />
        </>
      )
    case 'lesson':
      return <Lesson />
    default:
      return <Reading isWhole />
  }
}

/** Playback and score; the edge tells of neither. */
const Watching = (): JSX.Element => {
  const { page } = usePage()
  if (page.engineKind.value === 'edge') {
    return (
      <p class="edge-note">
        Read at the edge, belief is not told letter by letter. Read on this device to watch it, and to look
        back.
      </p>
    )
  }
  return (
    <>
      <PlaybackBar />
      <ScoreView />
    </>
  )
}

const Reading = ({ isWhole }: { isWhole: boolean }): JSX.Element => (
  <>
    <Verdict hasLesson={isWhole} />
    <Strips />
    <section class="panes" aria-label="Texts">
      <CipherPane />
      <PlainPane />
    </section>
    <Lagging>
      <Watching />
    </Lagging>
    {isWhole && (
      <Lagging>
        <Cards />
      </Lagging>
    )}
  </>
)
