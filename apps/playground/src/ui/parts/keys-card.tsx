import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { RankedKey } from '../../engine/index.ts'
import { decryptPiece } from '../state/decrypt-with.ts'
import { keyAsText } from '../state/key-as-text.ts'
import { type PageView, usePage } from '../state/page-context.ts'
import { isSameKey } from '../state/same-key.ts'
import { keyName, shortKeyName } from '../words/key-name.ts'
import { count, counted, percent } from '../words/numbers.ts'
import { brought } from './brought.tsx'
import { bringEveryKey, bringKeyByHand } from './later.ts'
import { PeriodPlaces } from './period-places.tsx'
import { ShareBar } from './share-bar.tsx'

const KeyByHand = brought(bringKeyByHand)
const EveryKey = brought(bringEveryKey)

/** Letters of a preview. */
const PREVIEW = 30

/** Least belief that is worth a line of its own. */
const WORTH = 0.0005

/** Stretches of one key, ranked keys with a preview of the same place, all keys, and one set by hand. */
export const KeysCard = (): JSX.Element => {
  const view = usePage()
  const { page, version, stretches, letter } = view
  const { reader } = page
  const isSetting = useSignal(false)
  const isEvery = useSignal(false)
  version.value
  const moment = view.moment.value
  const { started } = reader.log
  const keys = started?.keys ?? 0
  const left = started?.left ?? 0
  const isByHand = reader.options.value.stretches !== undefined
  const shown = moment.candidates
    .filter(({ probability }, index) => index === 0 || probability >= WORTH)
    .slice(0, 5)
  const others = Math.max(0, left - shown.filter(({ cipher }) => cipher !== 'unknown').length)
  const rest = Math.max(0, 1 - shown.reduce((sum, { probability }) => sum + probability, 0))
  return (
    <>
      <h2 id="card-keys-name">Keys</h2>
      <p class="sub">
        {isByHand
          ? 'Set by hand; nothing is weighed.'
          : reader.kind === 'edge'
            ? 'Weighed at the edge.'
            : started && keys === 0
              ? 'Too many keys to list: the likeliest are searched.'
              : `${counted(left, 'key')} weighed${left < keys ? ` of ${count(keys)}` : ''}`}
      </p>
      {stretches.value.length > 0 && moment.read > 0 && (
        <ol class="stretches" aria-label="Stretches of one key">
          {stretches.value.map((stretch) => {
            const isHere =
              letter.value >= stretch.start && letter.value < (stretch.end ?? Number.POSITIVE_INFINITY)
            const to =
              stretch.end === undefined
                ? `from ${count(stretch.start + 1)}`
                : `${count(stretch.start + 1)} to ${count(stretch.end)}`
            return (
              <li key={stretch.start}>
                <button
                  type="button"
                  aria-current={isHere ? 'true' : undefined}
                  onClick={() => {
                    page.chosen.value = stretch.start
                  }}
                >
                  {to}: {stretch.cipher === 'unknown' ? 'no key' : shortKeyName(stretch)}
                </button>
              </li>
            )
          })}
        </ol>
      )}
      <PeriodPlaces />
      <ol class="candidates" aria-label="Most probable keys">
        {shown.map((candidate, index) => (
          <Candidate key={keyName(candidate)} view={view} candidate={candidate} isBest={index === 0} />
        ))}
        {others > 0 && shown.length > 0 && (
          <li class="rest">
            {counted(others, 'other')}, together {percent(rest)}
          </li>
        )}
      </ol>
      {isEvery.value && <EveryKey />}
      {isSetting.value && (
        <KeyByHand
          close={() => {
            isSetting.value = false
          }}
        />
      )}
      <div class="row">
        <button
          class="button small"
          type="button"
          aria-expanded={isEvery.value}
          disabled={moment.read === 0 || isByHand || keys === 0}
          onClick={() => {
            isEvery.value = !isEvery.value
          }}
        >
          {isEvery.value ? 'Show the best' : 'Show every key'}
        </button>
        {isByHand ? (
          <button class="button small" type="button" onClick={() => page.weighAgain()}>
            Let the net find it
          </button>
        ) : (
          <button
            class="button small bare"
            type="button"
            aria-expanded={isSetting.value}
            onClick={() => {
              isSetting.value = !isSetting.value
            }}
          >
            Set the key myself
          </button>
        )}
      </div>
    </>
  )
}

const plaintextOf = ({ page, moment }: PageView): string => {
  const { settled, waiting } = moment.value
  return page.reader.log.settled.slice(0, settled) + waiting.text
}

/** One of the most probable keys; a click reads the whole text with it. */
const Candidate = ({
  view,
  candidate,
  isBest,
}: {
  view: PageView
  candidate: RankedKey
  isBest: boolean
}): JSX.Element => {
  const { page, moment, decoded } = view
  const from = Math.max(0, moment.value.read - PREVIEW)
  const range = { from, to: moment.value.read }
  // What the best key reads is there, though the key may lack letters.
  const read = isBest ? plaintextOf(view).slice(from, range.to) : ''
  const piece = decryptPiece(decoded.value, range, candidate) ?? (read || candidate.text)
  const name = candidate.cipher === 'unknown' ? 'No key that is known here' : keyName(candidate)
  const { cipher, over } = candidate
  const key = keyAsText(cipher, candidate.key)
  const inner = (
    <>
      <span class="name">{name}</span>
      <span class="share">{percent(candidate.probability)}</span>
      <ShareBar share={candidate.probability} />
      <span class="preview">{page.isHidden.value ? '…' : piece}</span>
    </>
  )
  const isRead = isSameKey(moment.value.candidates[0], candidate)
  return (
    <li class={isBest ? 'best' : ''}>
      {key !== undefined && !isRead ? (
        <button
          class="key"
          type="button"
          onClick={() => page.setKey({ cipher, key, ...(over && { alphabet: over }) })}
        >
          {inner}
        </button>
      ) : (
        <div class="key">{inner}</div>
      )}
    </li>
  )
}
