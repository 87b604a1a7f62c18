import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLinks } from './gather.ts'
import { makeSite } from './make-site.ts'
import { sections } from './pages.ts'
import { withEntryNames } from './write-api.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-site-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('links stay within the site where they can, and lead to the repository where not', () => {
  const blob = 'https://github.com/runnel-streams/runnel/blob/main'
  expect(withLinks('[a](errors.md) [b](../README.md) [c](https://a.b) [d](live.svg)', '.')).toBe(
    `[a](errors.md) [b](${blob}/README.md) [c](https://a.b) [d](./live.svg)`,
  )
  expect(withLinks('[a](../engine.md) [b](../../LICENSE)', 'decisions')).toBe(
    `[a](../engine.md) [b](${blob}/LICENSE)`,
  )
})

test('entries are called what their users call them', () => {
  expect(withEntryNames('# core/src\n[rx-operators/src/observable](rx-operators/src/observable.md)')).toBe(
    '# @runnel/core\n[@runnel/rx-operators/observable](rx-operators/src/observable.md)',
  )
})

test('the website is made, with every page of the sidebar and of the API, and no dead link', async () => {
  const pages = await makeSite(path.join(folder, 'site'))
  for (const [file] of sections.flatMap(({ pages: files }) => files)) {
    expect(existsSync(path.join(pages, `${file}.html`)), file).toBe(true)
  }
  const listed = readFileSync(path.join(pages, 'llms.txt'), 'utf8').matchAll(/\]\(([^)]+)\)/g)
  for (const [, file] of listed) expect(existsSync(path.join(pages, file)), file).toBe(true)
  const api = readFileSync(path.join(pages, 'api/decipher/src.html'), 'utf8')
  expect(api).toContain('@runnel/decipher')
  for (const name of ['createDecipherStream', 'decipherIterable', 'DecipherSession'])
    expect(api).toContain(name)
  expect(existsSync(path.join(pages, 'api/rx-operators/src/observable.html'))).toBe(true)
}, 300_000)
