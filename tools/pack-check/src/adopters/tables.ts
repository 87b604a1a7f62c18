import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../published.ts'
import type { Installed } from './installed-sizes.ts'
import type { Result } from './results.ts'

const file = path.join(root, 'docs/adopters.md')
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`

/** The table of what was tried. */
export const resultTable = (results: readonly Result[]): string =>
  [
    '| with | versions | the code of | | JavaScript, gzipped, with the model |',
    '|---|---|---|---|---|',
    ...results.map(({ name, versions, guide, fault, gzipped }) => {
      const size = gzipped === undefined ? '' : kilobytes(gzipped)
      const link = `[${path.basename(guide)}](${guide}.md)`
      return `| ${name} | ${versions} | ${link} | ${fault ? 'fails' : 'reads'} | ${size} |`
    }),
  ].join('\n')

/** The table of what is installed. */
export const sizeTable = (sizes: readonly Installed[]): string =>
  [
    '| package | tarball | installed | of it maps |',
    '|---|---|---|---|',
    ...sizes.map(
      ({ name, packed, unpacked, maps }) =>
        `| \`${name}\` | ${kilobytes(packed)} | ${kilobytes(unpacked)} | ${kilobytes(maps)} |`,
    ),
  ].join('\n')

/** Writes the tables into their places in the document. @throws Error where a place is not there */
export const writeTables = (tables: Readonly<Record<string, string>>): void => {
  let text = readFileSync(file, 'utf8')
  for (const [name, table] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name}: begin -->\\n)[\\s\\S]*?(<!-- ${name}: end -->)`)
    if (!place.test(text)) throw new Error(`docs/adopters.md has no place for ${name}`)
    text = text.replace(place, (_, begin: string, end: string) => `${begin}${table}\n${end}`)
  }
  writeFileSync(file, text)
}
