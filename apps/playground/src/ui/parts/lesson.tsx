import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { lessonStep } from '../state/lesson-step.ts'
import { usePage } from '../state/page-context.ts'
import { keyName } from '../words/key-name.ts'
import { lessonWords } from '../words/lesson-words.ts'
import { count, percent } from '../words/numbers.ts'
import { Pieces } from './pieces.tsx'
import { ShareBar } from './share-bar.tsx'

/** Why the net thinks so: one letter, a row a key, belief before and after. */
export const Lesson = (): JSX.Element => {
  const { page, stretches } = usePage()
  const { reader } = page
  reader.version.value
  // A heading, which stands as it is, has no steps.
  const first = stretches.value[0]?.start ?? 0
  const step = useSignal(page.chosen.peek() ?? 2 + first)
  const bet = useSignal<'none' | 'asked' | string>('none')
  const { read } = reader.log.latest
  const at = Math.min(Math.max(first, step.value), Math.max(0, read - 1))
  if (read > 0) reader.askColumns(Math.max(0, at - 1), at + 1)
  const found = lessonStep({ log: reader.log, ciphertext: page.decoded.value, letter: at })
  const isAsked = bet.value === 'asked'
  const go = (letter: number) => {
    step.value = Math.max(first, Math.min(read - 1, letter))
    bet.value = isAsked || bet.value === 'none' ? bet.value : 'asked'
  }
  // A search for keys tells where it stands, and not how each letter brought it there.
  const hasRows = found !== undefined && found.rows.length > 0
  const isSought = hasRows && found.rows.every(({ likely }) => likely === 0)
  if (!hasRows || isSought) {
    return (
      <section class="view" aria-labelledby="lesson-name">
        <h1 id="lesson-name">Why does it think so?</h1>
        <p class="note">
          {page.decoded.value === ''
            ? 'Paste a ciphertext first; then each step can be looked at here.'
            : reader.kind === 'edge'
              ? 'Read at the edge, belief is not told letter by letter. Read on this device to see it.'
              : reader.options.value.stretches
                ? 'A key that is known is not weighed. Let the net find it to see the steps.'
                : isSought
                  ? 'Keys that are searched are not weighed letter by letter. Weigh those that can be listed to see the steps.'
                  : 'The net is reading …'}
        </p>
      </section>
    )
  }
  return (
    <section class="view" aria-labelledby="lesson-name">
      <p class="note">
        Why does it think so? Letter {count(at + 1)} of {count(read)}
      </p>
      <h1 id="lesson-name">
        <Pieces pieces={isAsked ? ['Which key would you bet on?'] : lessonWords(found)} />
      </h1>
      <p class="note">
        Each key turns this letter, <b>{found.cipher}</b>, into another one. The net says how likely that
        letter is after what the key has read before. Belief is multiplied by it, and what comes out is made
        to sum to 100{'\u00a0'}%.
      </p>
      <div class="panel">
        <table class="lesson">
          <thead>
            <tr>
              <th scope="col">key</th>
              <th scope="col">reads</th>
              <th scope="col" class="share before">
                belief before
              </th>
              <th scope="col" class="share">
                the net gave this letter
              </th>
              <th scope="col" class="share">
                belief after
              </th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map(({ named, reads, before, likely, after }, index) => {
              const name = keyName(named)
              const isBest = index === 0 && !isAsked
              return (
                <tr key={name} class={isBest ? 'best' : ''}>
                  <th scope="row">
                    {isAsked ? (
                      <button
                        class="button small"
                        type="button"
                        onClick={() => {
                          bet.value = name
                        }}
                      >
                        {name}
                      </button>
                    ) : (
                      name
                    )}
                    {bet.value === name && ' (your bet)'}
                  </th>
                  <td class="reads">
                    {reads.slice(0, -1)}
                    <b>{reads.slice(-1)}</b>
                  </td>
                  <Share share={before} hides="before" />
                  {isAsked ? <td class="share">?</td> : <Share share={likely} />}
                  {isAsked ? <td class="share">?</td> : <Share share={after} />}
                </tr>
              )
            })}
          </tbody>
        </table>
        <div class="row">
          <button class="button" type="button" disabled={at === first} onClick={() => go(at - 1)}>
            Back
          </button>
          <button class="button main" type="button" disabled={at >= read - 1} onClick={() => go(at + 1)}>
            Next letter
          </button>
          <button
            class="button bare"
            type="button"
            aria-pressed={bet.value !== 'none'}
            onClick={() => {
              bet.value = bet.value === 'none' ? 'asked' : 'none'
            }}
          >
            {bet.value === 'none' ? 'Which key would you bet on?' : 'Show all numbers'}
          </button>
        </div>
        {bet.value !== 'none' && !isAsked && (
          <p class="hint" role="status">
            {bet.value === keyName(found.rows[0].named)
              ? 'The net bets on it as well.'
              : `The net bets on ${keyName(found.rows[0].named)}.`}
          </p>
        )}
      </div>
    </section>
  )
}

const Share = ({ share, hides }: { share: number; hides?: string }): JSX.Element => (
  <td class={`share ${hides ?? ''}`}>
    <ShareBar share={share} />
    {percent(share)}
  </td>
)
