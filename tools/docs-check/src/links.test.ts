import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documents, root } from './documents.ts'

/** Files of this repository, as what is published links to them. */
const REPOSITORY = /^https:\/\/github\.com\/runnel-streams\/runnel\/(?:blob|tree)\/main\//

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** The anchor that a heading has on GitHub and on the website. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/\]\([^)]*\)|[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

const anchorsIn = (file: string): string[] =>
  Array.from(
    read(file)
      .replaceAll(/```[\s\S]*?```/g, '')
      .matchAll(/^#+ (.*)$/gm),
    ([, heading]) => anchorOf(heading),
  )

/** The fault of a link in a document, if it has one. */
const faultOf = (link: string, document: string): string | undefined => {
  if (/^https?:/.test(link) && !REPOSITORY.test(link)) return undefined
  const [place, anchor] = link.split('#')
  const file = REPOSITORY.test(place)
    ? place.replace(REPOSITORY, '')
    : place === ''
      ? document
      : path.join(path.dirname(document), place)
  if (!existsSync(path.join(root, file))) return `${link}: no such file`
  return !anchor || !file.endsWith('.md') || anchorsIn(file).includes(anchor)
    ? undefined
    : `${link}: no such heading`
}

const linksIn = (file: string): string[] =>
  Array.from(read(file).matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link)

test.each(documents())('links in %s lead somewhere', (file) => {
  expect(
    linksIn(file)
      .map((link) => faultOf(link, file))
      .filter((fault) => fault !== undefined),
  ).toEqual([])
})

test('faults are found', () => {
  expect(faultOf('docs/nowhere.md', 'README.md')).toBe('docs/nowhere.md: no such file')
  expect(faultOf('docs/load.md#nothing', 'README.md')).toBe('docs/load.md#nothing: no such heading')
  const published = 'https://github.com/runnel-streams/runnel/blob/main/docs/nowhere.md'
  expect(faultOf(published, 'packages/core/README.md')).toBe(`${published}: no such file`)
  expect(faultOf('docs/concepts.md#what-users-can-rely-on', 'README.md')).toBe(undefined)
})
