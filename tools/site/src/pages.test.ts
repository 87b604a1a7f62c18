import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listEntries } from './api/entries.ts'
import { llmsText } from './llms.ts'
import { listGuides, listSections } from './pages.ts'
import { root } from './root.ts'

const listed = listSections().flatMap(({ pages }) => pages.map(([file]) => file))
// Decisions are linked as a folder, and the first page by the name of the site.
const pages = globSync('**/*.md', {
  cwd: path.join(root, 'docs'),
  exclude: ['decisions/**', 'index.md'],
}).map((file) => file.replaceAll('\\', '/').replace(/\.md$/, ''))

/** Documents that a document links, from the root of the workspace. */
const linksOf = (document: string): string[] =>
  Array.from(
    readFileSync(path.join(root, document), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+\.md)/g),
    ([, link]) => path.posix.join(path.posix.dirname(document), link),
  )

test('every page is in the sidebar, once, and in llms.txt', () => {
  expect(pages.length).toBeGreaterThan(30)
  expect([...listed].sort()).toEqual([...pages].sort())
  const text = llmsText(listSections(), listEntries())
  expect(listed.filter((file) => !text.includes(`](${file}.md)`))).toEqual([])
})

test('a guide that nobody has listed is there under its own heading, after those that are', () => {
  const docs = mkdtempSync(path.join(tmpdir(), 'runnel-guides-'))
  onTestFinished(() => rmSync(docs, { recursive: true }))
  mkdirSync(path.join(docs, 'guides'))
  for (const file of ['angular', 'vite', 'workers']) {
    writeFileSync(path.join(docs, 'guides', `${file}.md`), `# In ${file}\n`)
  }
  expect(listGuides(docs)).toEqual([
    ['guides/workers', 'Cloudflare Workers, Hono'],
    ['guides/vite', 'A page, with Vite'],
    ['guides/angular', 'In angular'],
  ])
})

test('the API is listed by the names that users import', () => {
  const names = listEntries().map(({ name }) => name)
  expect(names[0]).toBe('decipher')
  for (const name of ['decipher/languages', 'core/ciphers', 'rx-operators/observable', 'rnn-model/convert']) {
    expect(names).toContain(name)
  }
})

test('every page is reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const document of reached) {
    if (!existsSync(path.join(root, document))) continue
    for (const link of linksOf(document)) reached.add(link)
  }
  expect(pages.filter((file) => !reached.has(`docs/${file}.md`))).toEqual([])
})
