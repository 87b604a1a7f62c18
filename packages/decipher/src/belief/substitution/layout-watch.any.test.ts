import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { LayoutWatch } from './layout-watch.ts'

/** The layout after each symbol of a text; the watch moves after every other one. */
const layoutsOf = (text: string): string[] => {
  let watch = new LayoutWatch()
  return Array.from(text, (symbol, at) => {
    watch.read(symbol !== ' ')
    if (at % 2 === 1) {
      const writer = createByteWriter()
      watch.save(writer)
      watch = new LayoutWatch(createByteReader(writer.bytes(), 'layout'))
    }
    return watch.layout
  })
}

test.each<[string, string]>([
  ['words', 'the boat came down the river'],
  ['words', 'incomprehensibly long words may'],
  ['words', 'these three words are not groups'],
  // Three words alike, and no fourth.
  ['words', 'these three words hold'],
  ['words', 'these three words together'],
  ['letters', 'theboatcamedowntheriver'],
  ['letters', 'thebo atcam edown theri ver'],
  ['letters', 'theb oatc amed owntheriver'.slice(0, 19)],
])('%s: %s', (layout, text) => {
  const layouts = layoutsOf(text.endsWith('hold') ? `${text} on` : text)
  expect(layouts.at(-1)).toBe(layout)
  expect(layouts[10]).toBe('words')
})
