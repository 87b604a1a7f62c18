import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withTable } from './readme-table.ts'
import type { Findings } from './report.ts'
import { summarise } from './statistics.ts'

const findings: Findings = {
  nets: new Map([
    [
      'gru-128',
      {
        rates: new Map([
          ['wasm int8 (default)', new Map([['1 a call', summarise([500_400])]])],
          ['C, vectors of 128 bits', new Map([['256 a call', summarise([300])]])],
          ['C, vectors of 512 bits', new Map([['256 a call', summarise([400])]])],
        ]),
        sessionBytes: new Map(),
      },
    ],
  ]),
  alone: new Map(),
  startup: new Map(),
  sizes: [],
}

test('the README of the repository has a place for the table, and nothing else of it changes', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const written = withTable(readme, findings)
  expect(written).toContain('| characters a second, one stream | gru-128 |')
  expect(written).toContain('| **Runnel** (`int8`, the default) | 500,000 |')
  expect(written).toContain('| C, float32, fastest of three builds | 400 |')
  expect(written).toContain('| tfjs-wasm, layers | — |')
  const mark = '<!-- written by npm run bench -->'
  expect(written.split(mark)[0]).toBe(readme.split(mark)[0])
  expect(written.split('<!-- until here -->')[1]).toBe(readme.split('<!-- until here -->')[1])
})

test('a README without the marks is refused', () => {
  expect(() => withTable('# Runnel', findings)).toThrow(
    'README.md: expected <!-- written by npm run bench -->',
  )
})
