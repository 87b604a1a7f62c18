import type { JSX } from 'preact'
import { keyPeriod, placesIn } from '../state/key-period.ts'
import { usePage } from '../state/page-context.ts'

/** The places of a key that begins anew, as short stretches; a click looks at the latest letter of that place. */
export const PeriodPlaces = (): JSX.Element | null => {
  const { page, moment, decoded, stretches, letter } = usePage()
  const at = letter.value
  const stretch = stretches.value.findLast(({ start }) => start <= Math.max(0, at))
  const period = stretch && keyPeriod(stretch)
  if (!stretch || !period) return null
  const { length } = period.places
  const { read } = moment.value
  const places = placesIn(decoded.value.slice(stretch.start, read), period)
  const here = places[at - stretch.start] % length
  return (
    <>
      <p class="places-head">The key begins anew after {length} letters:</p>
      <ol class="stretches places" aria-label="Places of the key">
        {period.places.map((word, place) => (
          <li key={place}>
            <button
              type="button"
              aria-label={`Place ${place + 1}: ${word}`}
              aria-current={here === place ? 'true' : undefined}
              onClick={() => {
                const latest = places.findLastIndex((count) => count % length === place)
                if (latest >= 0) page.chosen.value = stretch.start + latest
              }}
            >
              {word}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
