import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './gather.ts'
import { llmsText } from './llms.ts'
import { sections } from './pages.ts'

const listed = sections.flatMap(({ pages }) => pages.map(([file]) => file))
// Decisions are linked as a folder.
const pages = globSync('**/*.md', { cwd: path.join(root, 'docs'), exclude: ['decisions/**'] }).map((file) =>
  file.replaceAll('\\', '/').replace(/\.md$/, ''),
)

/** Documents that a document links, from the root of the workspace. */
const linksOf = (document: string): string[] =>
  Array.from(
    readFileSync(path.join(root, document), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+\.md)/g),
    ([, link]) => path.posix.join(path.posix.dirname(document), link),
  )

test('every page is in the sidebar, once, and in llms.txt', () => {
  expect(pages.length).toBeGreaterThan(30)
  expect([...listed].sort()).toEqual([...pages].sort())
  const text = llmsText()
  expect(listed.filter((file) => !text.includes(`](${file}.md)`))).toEqual([])
})

test('every page is reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const document of reached) {
    if (!existsSync(path.join(root, document))) continue
    for (const link of linksOf(document)) reached.add(link)
  }
  expect(pages.filter((file) => !reached.has(`docs/${file}.md`))).toEqual([])
})
