import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { published, readManifest, root } from './published.ts'

const names = published.map((folder) => readManifest(path.join(root, folder)).name)
const read = (file: string): string => readFileSync(path.join(root, '.changeset', file), 'utf8')

// `changeset version` refuses one that names a private package too.
test.each(globSync('*.md', { cwd: path.join(root, '.changeset') }))(
  '%s names published packages alone',
  (file) => {
    const [, head = '', text = ''] = read(file).split(/^---$/m)
    const lines = head.trim().split('\n')
    expect(lines.filter((line) => !/^(["'])@runnel\/[\w-]+\1: (major|minor|patch)$/.test(line))).toEqual([])
    const named = lines.map((line) => line.split(/["']/)[1])
    expect(named.filter((name) => !names.includes(name))).toEqual([])
    expect(text.trim()).not.toBe('')
  },
)

test('all published packages have one version', () => {
  expect(JSON.parse(read('config.json')).fixed[0].sort()).toEqual([...names].sort())
})

test('a CHANGELOG says what was written for users, and nothing of other packages', async () => {
  const { default: lines } = await import(path.join(root, '.changeset/changelog.mjs'))
  expect(await lines.getReleaseLine({ summary: 'Reads more.\n\nAnd writes.\n', commit: 'abcdef' })).toBe(
    '- Reads more.\n\n  And writes.',
  )
  expect(await lines.getDependencyReleaseLine([{ commit: 'abcdef' }], [{ name: '@runnel/core' }])).toBe('')
})
