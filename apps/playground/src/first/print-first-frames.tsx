import { renderToString } from 'preact-render-to-string'
import type { Engine } from '../engine/engine.ts'
import example from '../engine/recording/example.recording.json'
import type { Recording } from '../engine/recording/recording.ts'
import { withRecording } from '../engine/recording/with-recording.ts'
import { App } from '../ui/app.tsx'
import { deriveFrom } from '../ui/state/derive.ts'
import { Page } from '../ui/state/page.ts'
import type { FirstFrame, FirstFrames } from './first-frame.ts'

/** Letters that are drawn beforehand: the page's own script is there long before the last of them has been shown. */
const LETTERS = 15

/** An engine that reads nothing: the example is recorded. */
const idle: Engine = {
  kind: 'browser',
  load: () => new Promise(() => {}),
  start: () => 1,
  again: () => 1,
  append() {},
  flush() {},
  stop() {},
  resume() {},
  inspect: () => new Promise(() => {}),
  subscribe: () => () => {},
  close() {},
}

/** As much of a browser as a page asks for before it is shown. */
const browser = {
  location: { hash: '', pathname: '/', host: '' },
  document: { documentElement: { dataset: {} } },
  localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
  matchMedia: () => ({ matches: false }),
  addEventListener() {},
  requestAnimationFrame: (call: () => void) => setTimeout(call, 0),
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** Draws the page with its first example, letter by letter. */
const firstFrames = async (): Promise<FirstFrames> => {
  for (const [name, value] of Object.entries(browser)) {
    Object.defineProperty(globalThis, name, { value, configurable: true })
  }
  const open = (): Engine =>
    withRecording(idle, { text: example.text, bring: async () => example as Recording })
  const page = new Page({ browser: open, edge: async () => open() })
  const view = { page, ...deriveFrom(page) }
  page.read(example.text, 'example')
  page.playback.isPlaying.value = true
  let markup = ''
  const frames: FirstFrame[] = []
  while (frames.length < LETTERS) {
    page.playback.position.value = frames.length + 1
    do await soon()
    while (page.playback.moment.value.read !== frames.length + 1)
    const drawn = renderToString(<App view={view} />)
    markup ||= drawn
    const { settled, waiting } = page.playback.moment.value
    frames.push({
      heading: cut(drawn, /<h1[^>]*>(.*?)<\/h1>/),
      facts: cut(drawn, /<p class="facts">(.*?)<\/p>/),
      note: cut(drawn, /Plaintext<\/h2><span class="note">(.*?)<\/span>/),
      settled: page.reader.log.settled.slice(0, settled),
      waiting: waiting.text,
    })
  }
  return { markup, ciphertext: example.text, frames }
}

/** The part of a markup that a pattern names. @throws Error where the page is not built so any more */
const cut = (markup: string, part: RegExp): string => {
  const found = part.exec(markup)
  if (!found) throw new Error(`The page has no ${part}: play-first-frames.ts would not find it either`)
  return found[1]
}

/*
 * Prints how the page is drawn first, as JSON: the build puts it into the document, so that the example moves while the
 * page's own script is still on its way.
 */
process.stdout.write(JSON.stringify(await firstFrames()))
