import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'

const target = path.join(import.meta.dirname, '../src/ui/styles/fonts')

/** Printable ASCII, and the signs that the page's own words need, as in Vigenère: other characters come from the system's fonts. */
const CHARACTERS = `${Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0x20 + i)).join('')} ·è–—‘’“”…→←×`

const fonts = [
  ['@fontsource/ibm-plex-mono', 'ibm-plex-mono-latin-400-normal'],
  ['@fontsource/source-serif-4', 'source-serif-4-latin-400-normal'],
  ['@fontsource/source-serif-4', 'source-serif-4-latin-600-normal'],
] as const

/*
 * Cuts the page's fonts down to what it writes with, a third of their size: `npm run fonts` in this folder, when a font
 * or the list has changed.
 */
const require = createRequire(import.meta.url)
mkdirSync(target, { recursive: true })
for (const [name, file] of fonts) {
  const folder = path.dirname(require.resolve(`${name}/package.json`))
  const whole = readFileSync(path.join(folder, 'files', `${file}.woff2`))
  const cut = await subsetFont(whole, CHARACTERS, { targetFormat: 'woff2' })
  writeFileSync(path.join(target, `${file.replace('-latin', '').replace('-normal', '')}.woff2`), cut)
  console.log(`${file}: ${whole.length} to ${cut.length} bytes`)
}
