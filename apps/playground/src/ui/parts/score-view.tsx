import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { beliefRows, isSought } from '../score/belief-rows.ts'
import { ColumnPictures } from '../score/column-pictures.ts'
import { drawScore } from '../score/draw-score.ts'
import { type Layout, layOut } from '../score/layout.ts'
import { type Palette, readPalette } from '../score/palette.ts'
import { passesBy } from '../state/drawing-pace.ts'
import { keyPeriod } from '../state/key-period.ts'
import { type PageView, usePage } from '../state/page-context.ts'
import { LANGUAGE_BITS, RANDOM_BITS, tongueOf } from '../telling/verdict-context.ts'
import { scoreWords } from '../words/score-words.ts'
import { LetterRange } from './letter-range.tsx'
import { useDrawing } from './use-drawing.ts'

/** Parts of the width: a letter that comes beyond the first is moved to the second, and one before all that is seen to the third. */
const [FULL, AFTER, BEFORE] = [0.95, 0.75, 0.3]

/** Columns that are asked for beyond what can be seen. */
const BESIDE = 60

/** The score: one column a letter. One canvas as wide as the window follows a scroller as wide as the text. */
export const ScoreView = (): JSX.Element => {
  const view = usePage()
  const { page, version, decoded, stretches, letter } = view
  const { reader } = page
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = useRef<Palette>(undefined)
  const pictures = useRef<ColumnPictures>(undefined)
  const width = useSignal(0)
  const scrolled = useSignal(0)
  const colours = useSignal(0)
  // In one string: rows are laid out anew where these change, not with each letter.
  const sought = useComputed(() =>
    stretches.value
      .map(({ cipher }) => cipher)
      .filter(isSought)
      .join(' '),
  )
  const isKnown = useComputed(() => reader.options.value.stretches !== undefined)
  const rows = useComputed(() => {
    const { cipher, stretches: known, letters } = reader.options.value
    // Where keys are known, no others are weighed.
    const names = known ? known.map((stretch) => stretch.cipher) : sought.value.split(' ').filter(Boolean)
    return beliefRows(known ? known[0].cipher : cipher, names, letters)
  })
  const places = useComputed(() => stretches.value.some((stretch) => keyPeriod(stretch) !== undefined))
  const memory = useComputed(() => tellsMemory(view))
  const layout = useComputed(() =>
    layOut(Math.max(320, width.value), rows.value, {
      places: places.value,
      bits: !isKnown.value,
      memory: !isKnown.value && memory.value,
    }),
  )

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const sizes = new ResizeObserver(() => {
      width.value = element.clientWidth
    })
    sizes.observe(element)
    const renew = () => {
      palette.current = undefined
      colours.value++
    }
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', renew)
    void document.fonts?.ready.then(renew)
    return () => {
      sizes.disconnect()
      scheme.removeEventListener('change', renew)
    }
  }, [])

  /** The letter that was followed last, and in which layout: while they stay, whoever scrolls by hand is left alone. */
  const followed = useRef<[number, Layout?]>([-1])
  /** The letter that is read now, or looked at, stays in sight: moved before it is drawn, so that it is drawn once. */
  const follow = (element: Element, laid: Layout): void => {
    const moment = view.moment.value
    const at = page.chosen.value ?? moment.read - 1
    if (at === followed.current[0] && laid === followed.current[1]) return
    followed.current = [at, laid]
    const { column, gutter, width: wide } = laid
    const left = at * column
    const room = wide - gutter
    const from = scrolled.peek()
    const isBefore = left < from
    if (!isBefore && left + column < from + room * FULL) return
    // Of a text that has ended as much is shown as can be.
    const part = isBefore ? BEFORE : moment.ending ? FULL : AFTER
    scrolled.value = Math.round(Math.max(0, left + column - room * part))
    element.scrollLeft = scrolled.value
  }

  useDrawing(() => {
    page.settings.theme.value
    colours.value
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context || width.value === 0) return
    if (page.settings.theme.value !== element.dataset.theme) palette.current = undefined
    element.dataset.theme = page.settings.theme.value
    palette.current ??= readPalette(element.parentElement as HTMLElement)
    version.value
    const moment = view.moment.value
    const { width: wide, height, column, gutter } = layout.value
    follow(element.parentElement as Element, layout.value)
    const first = Math.max(0, Math.floor(scrolled.value / column))
    const last = Math.min(decoded.value.length, first + Math.ceil((wide - gutter) / column) + 1)
    resize(element, context, wide, height)
    pictures.current ??= new ColumnPictures()
    const scene = {
      context,
      layout: layout.value,
      palette: palette.current,
      rows: rows.value,
      log: reader.log,
      moment,
      stretches: stretches.value,
      ciphertext: decoded.value,
      plaintext: reader.log.settled.slice(0, moment.settled) + moment.waiting.text,
      first,
      last,
      scrolled: scrolled.value,
      letter: letter.value,
      tongue: tongueOf(reader.options.value.language),
      language: moment.fit?.language ?? reader.ready.value?.language ?? LANGUAGE_BITS,
      random: moment.fit?.random ?? reader.ready.value?.random ?? RANDOM_BITS,
      isHidden: page.isHidden.value,
      isKnown: isKnown.value,
    }
    drawScore(scene, pictures.current)
    // Of a long text that passes by, they would be read a second time, and gone again.
    if (moment.isLatest && page.chosen.value === undefined && passesBy(reader.progress)) return
    reader.askColumns(Math.max(0, first - BESIDE), Math.min(moment.read, last + BESIDE))
  })

  const { column, gutter, height } = layout.value
  const length = decoded.value.length
  const choose = (event: MouseEvent) => {
    const box = canvas.current?.getBoundingClientRect()
    if (!box || event.clientX - box.left < gutter) return
    const at = Math.floor((event.clientX - box.left - gutter + scrolled.value) / column)
    if (at >= 0 && at < view.moment.value.read) page.chosen.value = at
  }
  return (
    <section class="score" aria-labelledby="score-name">
      <h2 class="unseen" id="score-name">
        Letter by letter
      </h2>
      <LetterRange />
      <div
        ref={scroller}
        class="scroll"
        tabIndex={-1}
        onScroll={({ currentTarget }) => {
          scrolled.value = currentTarget.scrollLeft
        }}
      >
        <div
          class="width"
          style={{
            width: `calc(${gutter + length * column}px + ${1 - (view.moment.value.ending ? FULL : AFTER)} * (100% - ${gutter}px))`,
          }}
        />
        <canvas
          ref={canvas}
          role="img"
          aria-label={scoreWords(stretches.value, view.moment.value.read)}
          style={{ width: `${layout.value.width}px`, height: `${height}px` }}
          onClick={choose}
        />
      </div>
      <p class="legend">
        {!isKnown.value && (
          <span>
            belief in a key: one in a million
            <i class="ramp" />
            certain
          </span>
        )}
        {layout.value.hasMemory && (
          <span>
            memory: −1
            <i class="ramp two" />
            +1
          </span>
        )}
        <span class="last">
          <span class="keyboard">Arrow keys move the letter.</span>
          <button
            class="button small bare"
            type="button"
            aria-haspopup="dialog"
            onClick={() => {
              page.dialog.value = 'table'
            }}
          >
            Show as a table
          </button>
        </span>
      </p>
    </section>
  )
}

/** Whether the net's memory is told, as far as is known: else its band would be empty. */
const tellsMemory = ({ page, version, moment }: PageView): boolean => {
  version.value
  const latest = page.reader.log.columns.before(moment.value.read)
  return latest === undefined || latest.memory.length > 0
}

const resize = (
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
): void => {
  const ratio = devicePixelRatio
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide
    canvas.height = high
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
}
