import { useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import type { Column, Expected, Inspection } from '../../engine/index.ts'
import { usePage } from '../state/page-context.ts'
import { shortKeyName } from '../words/key-name.ts'
import { count, counted, percent } from '../words/numbers.ts'
import { probabilityRead, spoken } from '../words/score-words.ts'
import { signAt } from '../words/sign-at.ts'
import { Arrow } from './icons.tsx'
import { ShareBar } from './share-bar.tsx'

/** Alternatives that are shown. */
const MOST = 4

/** The letter that is looked at: what it may be, and what the net expected there. */
export const LetterCard = (): JSX.Element => {
  const view = usePage()
  const { page, version, decoded, letter, stretches } = view
  const { reader } = page
  const inspection = useSignal<{ letter: number; found: Inspection } | undefined>(undefined)
  useSignalEffect(() => {
    const at = page.chosen.value
    inspection.value = undefined
    if (at === undefined) return
    void reader.inspect(at).then((found) => {
      if (found && page.chosen.peek() === at) inspection.value = { letter: at, found }
    })
  })
  const at = letter.value
  version.value
  const moment = view.moment.value
  if (at < 0 || moment.read === 0) {
    return (
      <>
        <h2 id="card-letter-name">Letter</h2>
        <p class="sub">Choose a letter above.</p>
      </>
    )
  }
  const looked = inspection.value?.letter === at ? inspection.value.found : undefined
  const column = reader.log.columns.at(at) ?? looked?.columns.find(({ start }) => start === at)
  const plaintext = reader.log.settled.slice(0, moment.settled) + moment.waiting.text
  const reading = plaintext[at] ?? ''
  const stretch = stretches.value.findLast(({ start }) => start <= at)
  const isWaiting = at >= moment.settled
  const now = looked?.now.find(({ text }) => text.toLowerCase() === reading.toLowerCase())?.probability
  const isKnown = stretch?.cipher !== 'unknown'
  const came = column && isKnown ? probabilityRead(column, reading) : undefined
  const odds = column ? alternatives(column) : []
  const isHidden = page.isHidden.value
  return (
    <>
      <h2 id="card-letter-name">Letter {count(at + 1)}</h2>
      <p class="sub">{stretch ? sentence(at, stretch, stretches.value.length) : 'no key leads yet'}</p>
      <div class="glyphs">
        <span class="from">{glyph(signAt(decoded.value, at))}</span>
        <Arrow />
        <span class="to">{isHidden ? '?' : glyph(signAt(plaintext, at))}</span>
        <p>
          {came !== undefined && (
            <>
              <b>{percent(came)}</b> when it came.
              <br />
            </>
          )}
          {isWaiting ? (
            'It waits, and may still change.'
          ) : now !== undefined ? (
            <>
              <b>{percent(now)}</b> now, and settled.
            </>
          ) : (
            'It is settled.'
          )}
        </p>
      </div>
      {column && !isHidden && (
        <>
          {odds.length > 0 && <h3>It may be</h3>}
          <Odds odds={odds} />
          {column.expected.length > 0 && (
            <>
              <h3>After “{tail(plaintext.slice(0, at))}” the net expected</h3>
              <Odds odds={column.expected.slice(0, MOST)} />
            </>
          )}
        </>
      )}
      <div class="row">
        <button class="button small" type="button" onClick={() => focusLetter(decoded.value[at])}>
          It is another letter …
        </button>
        <button class="button small bare" type="button" onClick={() => page.route.go('lesson')}>
          Why?
        </button>
      </div>
    </>
  )
}

/** Letters and how likely each is, likeliest first. */
const Odds = ({ odds }: { odds: readonly Expected[] }): JSX.Element => (
  <ul class="odds">
    {odds.map(({ text, probability }) => (
      <li key={text}>
        <span class="letter">
          <span aria-hidden="true">{glyph(text)}</span>
          <span class="unseen">{spoken(text)}</span>
        </span>
        <ShareBar share={probability} />
        <span class="share">{percent(probability)}</span>
      </li>
    ))}
  </ul>
)

/** What the keys that were held possible read the letter as, taken together. */
const alternatives = ({ rows, reads, weights }: Column): Expected[] => {
  const sums = new Map<string, number>()
  for (let index = 0; index < rows.length; index++) {
    const text = reads[index]
    sums.set(text, (sums.get(text) ?? 0) + weights[index])
  }
  return Array.from(sums, ([text, probability]) => ({ text, probability }))
    .filter(({ probability }) => probability >= 0.0005)
    .sort((one, other) => other.probability - one.probability)
    .slice(0, MOST)
}

const sentence = (
  at: number,
  stretch: Parameters<typeof shortKeyName>[0] & { start: number; noticed: number },
  stretches: number,
): string => {
  const name = stretch.cipher === 'unknown' ? 'no key that fits' : `read under ${shortKeyName(stretch)}`
  if (stretches < 2 || stretch.start === 0) return name
  return `${name}, ${counted(at - stretch.start + 1, 'letter')} after the change`
}

const glyph = (letter: string | undefined): string =>
  letter === undefined || letter === '' ? '·' : letter === ' ' ? '␣' : letter === '\n' ? '↵' : letter

const tail = (text: string): string => text.slice(-18).split(/\s+/).slice(-1)[0] || text.slice(-8).trim()

/** Puts the caret into the field of the alphabet where that letter can be set. */
const focusLetter = (cipher: string | undefined): void => {
  document.getElementById('tab-alphabet')?.click()
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>(`[data-cipher="${cipher?.toLowerCase()}"]`)
    field?.focus()
    field?.select()
  })
}
