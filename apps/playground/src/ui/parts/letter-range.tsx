import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import { letterWords } from '../words/score-words.ts'

/** The score as a range: arrows, Home, End and Page move the letter, Space plays. */
export const LetterRange = (): JSX.Element => {
  const view = usePage()
  const { page, decoded, letter } = view
  const { playback, reader } = page
  const moment = view.moment.value
  return (
    <input
      class="letter-range"
      type="range"
      aria-label="Letter"
      min={1}
      max={Math.max(1, moment.read)}
      value={letter.value + 1}
      aria-valuetext={letterWords({
        letter: letter.value,
        ciphertext: decoded.value,
        plaintext: page.isHidden.value
          ? ''
          : reader.log.settled.slice(0, moment.settled) + moment.waiting.text,
        isWaiting: letter.value >= moment.settled,
        column: reader.log.columns.at(letter.value),
      })}
      onInput={({ currentTarget }) => {
        page.chosen.value = Number(currentTarget.value) - 1
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        playback.toggle()
      }}
    />
  )
}
