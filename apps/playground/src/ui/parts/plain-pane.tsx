import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { usePage } from '../state/page-context.ts'
import { highlight } from '../texts/highlights.ts'
import { placeUnder } from '../texts/letter-under.ts'
import { SettledText } from '../texts/settled-text.ts'
import { shortKeyName } from '../words/key-name.ts'
import { counted } from '../words/numbers.ts'
import { copyText, saveText } from './save-text.ts'
import { useDrawing } from './use-drawing.ts'

/** CSS pixels from the end within which somebody reads the end. */
const NEAR = 80

/** The plaintext that settles: solid where it is final, dotted underneath where it may still change. */
export const PlainPane = (): JSX.Element => {
  const view = usePage()
  const { page, stretches, early } = view
  const root = useRef<HTMLDivElement>(null)
  const text = useRef<SettledText>(undefined)
  useLayoutEffect(() => {
    const element = root.current
    const scroller = element?.parentElement
    if (!element || !scroller) return
    text.current = new SettledText(element)
    // Whoever reads the end goes on with it. Looked at when the text has grown by a line: asked with each letter, it would cost a layout.
    let height = 0
    const growth = new ResizeObserver(() => {
      const isAtEnd = height - scroller.scrollTop - scroller.clientHeight < NEAR
      const { moment, isPlaying } = page.playback
      height = scroller.scrollHeight
      if (isPlaying.value || (moment.value.isLatest && isAtEnd)) scroller.scrollTop = height
    })
    growth.observe(element)
    return () => {
      growth.disconnect()
      for (const name of ['waiting', 'early', 'chosen'] as const) highlight(name, [])
    }
  }, [])
  useDrawing(() => {
    const moment = page.playback.moment.value
    const changes = stretches.value
    const chips = changes.slice(1).map((stretch, index) => ({
      at: stretch.start,
      words:
        stretch.cipher === 'unknown'
          ? 'no key fits from here'
          : `key changes: ${shortKeyName(changes[index])} to ${shortKeyName(stretch)}`,
    }))
    const shown = text.current
    if (!shown) return
    shown.show({
      reading: page.reader.log.reading,
      text: page.reader.log.settled,
      settled: moment.settled,
      waiting: moment.waiting.text,
      chips,
      isReading: moment.read > 0 && !moment.ending,
    })
    highlight('waiting', shown.waitingRanges)
    highlight(
      'early',
      early.value.map(({ start }) => shown.rangeAt(start)).filter((range) => range !== undefined),
    )
    const range = page.chosen.value === undefined ? undefined : shown.rangeAt(page.chosen.value)
    highlight('chosen', range ? [range] : [])
  })
  const moment = page.playback.moment.value
  const waiting = moment.waiting.text.length
  const choose = (event: MouseEvent) => {
    if (getSelection()?.isCollapsed === false) return
    const place = placeUnder(event.clientX, event.clientY)
    const letter = place && text.current?.letterAt(place.node, place.offset)
    if (letter !== undefined) page.chosen.value = letter
  }
  const settled = () => page.reader.log.settled.slice(0, page.playback.moment.value.settled)
  return (
    <div class="pane plain" id="plaintext" tabIndex={-1}>
      <header>
        <h2 id="plaintext-name">Plaintext</h2>
        <span class="note">
          {moment.read > 0 &&
            `${counted(moment.settled, 'letter')} settled${waiting > 0 ? `, ${waiting} waiting` : ''}`}
        </span>
        <span class="tools">
          {page.isHidden.value && (
            <button
              class="button small"
              type="button"
              onClick={() => {
                page.isHidden.value = false
              }}
            >
              Show it
            </button>
          )}
          <button
            class="button small bare"
            type="button"
            disabled={moment.settled === 0}
            onClick={() => void copyText(page, settled())}
          >
            Copy
          </button>
          <button
            class="button small bare"
            type="button"
            disabled={moment.settled === 0}
            onClick={() => saveText('plaintext.txt', settled())}
          >
            Download
          </button>
        </span>
      </header>
      <section
        class={`settled${page.isHidden.value ? ' hidden-text' : ''}`}
        lang={page.reader.options.value.language ?? 'en'}
        tabIndex={page.isHidden.value ? undefined : 0}
        aria-labelledby="plaintext-name"
        aria-hidden={page.isHidden.value || undefined}
        onClick={choose}
      >
        <div ref={root} />
      </section>
      <footer>
        <span class="legend-wait">
          <i aria-hidden="true" />
          waiting: may still change
        </span>
        <span class="long">Settled text never changes.</span>
        {waiting > 0 && moment.isLatest && !page.reader.isWhole && page.origin.value !== 'example' && (
          <button class="button small bare" type="button" onClick={() => page.reader.end()}>
            That is all: settle it
          </button>
        )}
      </footer>
    </div>
  )
}
