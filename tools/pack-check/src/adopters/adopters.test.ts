import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../published.ts'
import { guideFiles } from './guide-files.ts'
import { bundlerAdopters } from './toolchains/bundlers.ts'
import { compilerAdopters } from './toolchains/compilers.ts'
import { pageAdopters } from './toolchains/pages.ts'
import { runtimeAdopters } from './toolchains/runtimes.ts'
import { serverAdopters } from './toolchains/servers.ts'

const all = [...runtimeAdopters, ...compilerAdopters, ...bundlerAdopters, ...pageAdopters, ...serverAdopters]

test('the page has a row for each, and each reads', () => {
  const page = readFileSync(path.join(root, 'docs/adopters.md'), 'utf8')
  const [, table = ''] = page.split(/<!-- adopters: (?:begin|end) -->\n/)
  const rows = table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split(' | '))
  expect(rows.map(([name, , , outcome]) => [name, outcome])).toEqual(
    all.map(({ name }) => [`| ${name}`, 'reads']),
  )
})

test('a block that a guide has no more is missed', () => {
  expect(Object.keys(guideFiles('guides/next'))).toContain('app/page.tsx')
  expect(() => guideFiles('guides/next', 'app/other.tsx')).toThrow(
    'docs/guides/next.md has no block [app/other.tsx]',
  )
})
