import { chapter } from 'virtual:chapter'
import type { JSX } from 'preact'
import { examples } from '../state/examples.ts'
import { usePage } from '../state/page-context.ts'
import { verdictContext } from '../telling/verdict-context.ts'
import { verdictFacts } from '../words/verdict-facts.ts'
import { verdictWords } from '../words/verdict-words.ts'
import { brought } from './brought.tsx'
import { Gauge } from './gauge.tsx'
import { bringOffers } from './later.ts'
import { Pieces } from './pieces.tsx'

const Offers = brought<{ kind: string }>(bringOffers)

/** The verdict: a sentence, the figures below it, and what can be done about it. */
export const Verdict = ({ hasLesson }: { hasLesson: boolean }): JSX.Element => {
  const view = usePage()
  const { page, judgement } = view
  const found = judgement.value
  const context = verdictContext(view)
  const words = verdictWords(found, context)
  const facts = verdictFacts(found, context)
  // Words that replace others are new ones: kept and filled anew, they would move about with what stands before them.
  const said = JSON.stringify(words)
  const bits = found.kind === 'none' || found.kind === 'unusual' ? found.bits : undefined
  return (
    <section class="verdict" aria-labelledby="verdict" data-verdict={found.kind}>
      <div>
        {page.origin.value === 'example' && (
          <p class="lead">
            A small net reads the ciphertext letter by letter. Nobody told it the cipher or the key.
          </p>
        )}
        <h1 id="verdict">
          <span key={said}>
            <Pieces pieces={words} />
          </span>
        </h1>
        <p key={said + JSON.stringify(facts)} class="facts">
          {facts.map((fact, index) => (
            <span key={index}>
              <Pieces pieces={fact} />
            </span>
          ))}
        </p>
        {bits !== undefined && <Gauge bits={bits} language={context.language} tongue={context.tongue} />}
        {found.kind === 'empty' && (
          <div class="chips">
            {examples().map(({ title, text }) => (
              <button
                key={title}
                class="button small"
                type="button"
                onClick={() => page.read(text, 'chosen-example')}
              >
                {title}
              </button>
            ))}
            <button class="button small" type="button" onClick={() => void page.fetchExample(chapter)}>
              A whole chapter
            </button>
          </div>
        )}
        {page.reader.ready.value && isUnread(found.kind) && <Offers kind={found.kind} />}
        {found.kind === 'settled-early' && (
          <div class="chips">
            <button
              class="button small main"
              type="button"
              onClick={() => page.readKnowingChanges(view.stretches.value)}
            >
              Read again, knowing the change
            </button>
          </div>
        )}
      </div>
      {found.kind !== 'empty' && (
        <div class="acts">
          {hasLesson && (
            <button class="button" type="button" onClick={() => page.route.go('lesson')}>
              Why?
            </button>
          )}
          <button
            class="button"
            type="button"
            aria-haspopup="dialog"
            onClick={() => {
              page.dialog.value = 'share'
            }}
          >
            Share
          </button>
        </div>
      )}
    </section>
  )
}

/** Verdicts after which there may be other ways to read the text. */
const isUnread = (kind: string): boolean => kind === 'other-letters' || kind === 'none' || kind === 'unusual'
