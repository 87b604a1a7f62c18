import { cpus, loadavg } from 'node:os'
import { findChromium } from '@runnel/tasks/chromium'
import { openPages } from '../open-pages.ts'
import { measureFile } from './file.ts'
import { measureLongText } from './memory.ts'
import { measureExample, measureOffline, measureStart } from './starts.ts'
import { measureStops } from './stops.ts'
import { measureTyping } from './typing.ts'

/** Times that each start is measured. */
const TIMES = 5

/*
 * Measures how the page starts, stops, and what it holds: `npm run measure` in this folder. The median and the worst by the
 * clock, beside what was asked for; on a busy machine they say more of the machine.
 */
const found = await findChromium()
if (!('path' in found)) throw new Error(found.reason)
const pages = await openPages(found.path)

const tell = (what: string, asked: string, values: readonly number[], unit = 'ms'): void => {
  const sorted = [...values].sort((a, b) => a - b)
  const round = (value: number | undefined): string => (value ?? Number.NaN).toFixed(0)
  const median = round(sorted[Math.floor(sorted.length / 2)])
  const worst = sorted.length > 1 ? `, worst ${round(sorted.at(-1))}` : ''
  console.log(`${what}: ${median} ${unit}${worst} (asked: ${asked})`)
}
const times = async <Value>(measure: () => Promise<Value>, count = TIMES): Promise<Value[]> => {
  const values: Value[] = []
  while (values.length < count) values.push(await measure())
  return values
}

try {
  console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`)
  const starts = await times(() => measureStart(pages))
  tell(
    'engine asked to load',
    'nothing',
    starts.map(({ asked }) => asked),
  )
  tell(
    'model ready',
    'nothing',
    starts.map(({ ready }) => ready),
  )
  tell(
    'first letter read',
    '1000',
    starts.map(({ letter }) => letter),
  )
  tell(
    'of it, CPU of the page, all threads',
    '1000',
    starts.map(({ cpu }) => cpu),
  )
  const examples = await times(() => measureExample(pages))
  tell(
    'first letter of the example seen',
    'nothing',
    examples.map(({ seen }) => seen),
  )
  tell(
    'example moves: the next one seen',
    '300',
    examples.map(({ moves }) => moves),
  )
  tell(
    'of it, CPU of the page, all threads',
    '300',
    examples.map(({ cpu }) => cpu),
  )
  tell('start without a network', '500', await times(() => measureOffline(pages), 3))
  tell('stop obeyed', '100', await measureStops(pages, TIMES))
  const typing = await measureTyping(pages)
  tell(
    `typing at 20 letters a second, frames left out of ${typing.page.frames}`,
    '0',
    [typing.page.dropped],
    '',
  )
  tell(`of ${typing.bare.frames}, where there is nothing but a field`, 'nothing', [typing.bare.dropped], '')
  tell('longest task of the main thread while typing, CPU', '16', [typing.main])
  const file = await measureFile(pages)
  tell('file of 5 MB: longest task of the main thread, CPU', '100', [file.main])
  tell('longest task of the engine, CPU', '100', [file.engine])
  tell('stop obeyed', '100', [file.stop])
  const { before, after, held, main, engine } = await measureLongText(pages)
  tell('memory with the example', 'nothing', [before], 'MB')
  tell('memory with 100,000 characters', '100', [after], 'MB')
  tell('once garbage has been collected', '100', [held], 'MB')
  tell('longest task of the main thread, CPU', '100', [main])
  tell('longest task of the engine, CPU', '100', [engine])
  console.log(`load ${loadavg()[0].toFixed(1)}`)
} finally {
  await pages.close()
}
