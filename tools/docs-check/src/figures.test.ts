import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './documents.ts'

const read = (file: string): string => readFileSync(path.join(root, 'docs', file), 'utf8')

/** Figures that say how well something does, such as 98.65 and 3,660,000; not those that only count. */
const FIGURE = /\d+(?:[.,]\d+)+/g

const [, list = ''] = read('index.md').split('<div class="figures">')
const items = list.split('</div>')[0].split('\n- ').slice(1)

test.each(items)('figures of the home page are where it says that they were measured, %#', (item) => {
  const [, page = ''] = /\]\(([^)#]+)[^)]*\)\s*$/.exec(item) ?? []
  const measured = read(page)
  expect((item.match(FIGURE) ?? []).filter((figure) => !measured.includes(figure))).toEqual([])
})

test('most of them have such figures', () => {
  expect(items.filter((item) => item.match(FIGURE)).length).toBeGreaterThan(4)
})
