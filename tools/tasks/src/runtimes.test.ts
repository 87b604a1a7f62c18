import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { installRuntime, runtimes } from './runtimes.ts'

test('continuous integration runs the portable tests in each of them', () => {
  const workflow = readFileSync(path.join(import.meta.dirname, '../../../.github/workflows/ci.yml'), 'utf8')
  const [, names = ''] = /matrix: \{ runtime: \[(.*)\] \}/.exec(workflow) ?? []
  expect(names.split(', ')).toEqual(Object.keys(runtimes))
})

test('one that is not there is answered with those that are', () => {
  expect(() => installRuntime('node-18')).toThrow(
    'No runtime "node-18": expected one of node-20, node-22, node-24, bun, deno.',
  )
})
