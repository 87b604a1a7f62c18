import { startEngine } from './early-engine.ts'
import { type FirstFrame, type FirstFrames, PASTED, PLAYED } from './first-frame.ts'
import { firstPaint } from './first-paint.ts'

/**
 * The frames, and the addresses of the page's own script, of the recording that it goes on with, and of the engine with the
 * model and its counts: written in when the page is built.
 */
declare const FRAMES: Omit<FirstFrames, 'markup'>
declare const SCRIPT: string
declare const RECORDING: string
declare const ENGINE: string
declare const MODEL: readonly string[]

/** Letters a second: the pace at which the page plays its example. */
const PACE = 12

/** Shows the page as it is drawn first, and plays its example until the page's own script takes over. */
const play = (root: HTMLElement, { ciphertext, frames }: typeof FRAMES): void => {
  const part = <Part extends Element>(selector: string): Part => root.querySelector(selector) as Part
  const [heading, facts, note] = ['h1', '.facts', '.plain .note'].map((selector) => part(selector))
  const block = document.createElement('span')
  const tail = document.createElement('span')
  tail.className = 'tail waiting'
  part('.settled').append(block, tail)
  const field = part<HTMLTextAreaElement>('textarea')
  field.defaultValue = ciphertext
  const show = (frame: FirstFrame): void => {
    heading.innerHTML = frame.heading
    facts.innerHTML = frame.facts
    note.innerHTML = frame.note
    block.textContent = frame.settled
    tail.textContent = frame.waiting
  }
  let shown = 0
  const next = (): void => {
    const isOver = (shown > 0 && !(PLAYED in root.dataset)) || shown === frames.length
    if (isOver) stop()
    else {
      show(frames[shown++])
      root.dataset[PLAYED] = String(shown)
    }
  }
  const timer = setInterval(next, 1000 / PACE)
  const stop = (): void => clearInterval(timer)
  // Whoever types wants to see no show.
  root.addEventListener('input', stop, { once: true })
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain')
    if (!text || event.target === field || !(PLAYED in root.dataset)) return
    event.preventDefault()
    // The page's own script, which may listen already, finds it in the field.
    event.stopImmediatePropagation()
    stop()
    field.value = text
    root.dataset[PASTED] = ''
  })
  next()
  // The second letter comes in the frame after that of the first one: so it shows at once that this moves.
  requestAnimationFrame(() => setTimeout(next))
}

/** The outcome of an attempt; false where storage is forbidden. */
const orNot = (attempt: () => boolean): boolean => {
  try {
    return attempt()
  } catch {
    return false
  }
}

/** Whether the page opens with its example, and that moves: not a link, a view, or a session that was there before. */
const opensWithExample = (): boolean =>
  !location.hash && !matchMedia('(prefers-reduced-motion: reduce)').matches && sessionStorage.length === 0

/** Brings all that comes after the first frames: the engine, unless the edge is to read on, and the page's own script. */
const bringPage = (): void => {
  if (!orNot(() => sessionStorage.length > 0)) startEngine(ENGINE, MODEL)
  if (!location.hash) void import(/* @vite-ignore */ RECORDING)
  void import(/* @vite-ignore */ SCRIPT)
}

/*
 * The script that stands in the document: it shows the page's colours, plays the example where the page opens with it, and
 * brings the rest, whose script takes over; not before something has been painted, since that takes a while to run.
 */
const root = document.getElementById('root')
const first = document.getElementById('first') as HTMLTemplateElement | null
const isPlaying = orNot(() => {
  const theme = localStorage.getItem('runnel.theme')
  if (theme) document.documentElement.dataset.theme = theme
  if (!root || !first || !opensWithExample()) return false
  root.append(first.content)
  play(root, FRAMES)
  return true
})
if (isPlaying) void firstPaint().then(bringPage)
else bringPage()
