import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import { type Pace, paces } from '../state/playback.ts'
import { count } from '../words/numbers.ts'
import { Icon } from './icons.tsx'

const paceWords: Record<Pace, string> = { slow: 'Slow', reading: 'Reading', fast: 'Fast', once: 'At once' }

/** Back, play, on, to the end; the range over the letters; the pace. */
export const PlaybackBar = (): JSX.Element => {
  const { page, version, moment, decoded } = usePage()
  const { playback, reader } = page
  const { position, isPlaying, pace } = playback
  version.value
  const total = Math.max(decoded.value.length, 1)
  const at = position.value ?? moment.value.read
  const isEmpty = reader.log.latest.read === 0
  const choose = (chosen: Pace) => () => {
    pace.value = chosen
    if (chosen === 'once') playback.toEnd()
  }
  return (
    <section class="playback" aria-label="Playback">
      <div class="buttons">
        <button
          class="button icon"
          type="button"
          aria-label="One letter back"
          disabled={at <= 0}
          onClick={() => playback.step(-1)}
        >
          <Icon name="back" />
        </button>
        <button
          class="button icon main"
          type="button"
          aria-label={isPlaying.value ? 'Pause' : position.value === undefined ? 'Watch it' : 'Play'}
          disabled={isEmpty}
          onClick={() => playback.toggle()}
        >
          <Icon name={isPlaying.value ? 'pause' : 'play'} />
        </button>
        <button
          class="button icon"
          type="button"
          aria-label="One letter on"
          disabled={position.value === undefined}
          onClick={() => playback.step(1)}
        >
          <Icon name="on" />
        </button>
        <button
          class="button end-button"
          type="button"
          disabled={position.value === undefined}
          onClick={() => playback.toEnd()}
        >
          To the end
        </button>
      </div>
      <Scrub at={at} total={total} />
      <div class="speeds">
        <output>{`${count(at)} of ${count(decoded.value.length)}`}</output>
        <fieldset class="choices" aria-label="Pace">
          {(Object.keys(paces) as Pace[]).map((name) => (
            <label key={name}>
              <input type="radio" name="pace" checked={pace.value === name} onChange={choose(name)} />
              {paceWords[name]}
            </label>
          ))}
        </fieldset>
      </div>
    </section>
  )
}

/** In percent, at most all. */
const share = (some: number, all: number): number => (some < all ? (100 * some) / all : 100)

/** The range over the letters; behind it, how far the text is settled and read. */
const Scrub = ({ at, total }: { at: number; total: number }): JSX.Element => {
  const view = usePage()
  const { page } = view
  const moment = view.moment.value
  const part = (units: number): string => `${(100 * units) / total}%`
  return (
    <div class="scrub">
      <div class="track" aria-hidden="true">
        <b class="settled-part" style={{ width: part(Math.min(moment.settled, at)) }} />
        <b
          class="waiting-part"
          style={{
            width: part(moment.read),
            // Its other edge would count as something that moves about the page.
            clipPath: `inset(0 0 0 ${share(moment.settled, moment.read)}%)`,
          }}
        />
      </div>
      <input
        type="range"
        min={0}
        max={total}
        value={at}
        aria-label="Position"
        aria-valuetext={`${count(at)} of ${count(total)} letters read`}
        onInput={({ currentTarget }) => page.playback.show(Number(currentTarget.value))}
      />
    </div>
  )
}
