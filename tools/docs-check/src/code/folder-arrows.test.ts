import { expect, test } from 'vitest'
import { againstArrows } from './folder-arrows.ts'
import { importGraph } from './import-graph.ts'

const arrows = { ground: '', middle: 'ground', top: 'ground middle' }
const check = (files: Record<string, string>): string[] =>
  againstArrows(importGraph(new Map(Object.entries(files))), 'packages/p/src', arrows)

test('imports along the arrows, inside a folder, of other packages, and of tests are allowed', () => {
  const files = {
    'packages/p/src/ground.ts': "import { expect } from 'vitest'",
    'packages/p/src/ground.test.ts': "import './top.ts'",
    'packages/p/src/middle/one.ts': "import '../ground.ts'\nimport './two.ts'",
    'packages/p/src/middle/two.ts': '',
    'packages/p/src/top.ts': "import './middle/one.ts'\nimport './ground.ts'",
    'packages/q/src/ground.ts': "import './top.ts'",
    'packages/q/src/top.ts': '',
  }
  expect(check(files)).toEqual([])
})

test.each([
  ['a value', "import { t } from '../top.ts'"],
  ['a type', "import type { T } from '../top.ts'"],
  ['a name of the package', "export * from '@runnel/p/top'"],
])('%s imported from above is found', (_, text) => {
  const files = {
    'packages/p/package.json': '{ "name": "@runnel/p", "exports": { "./top": "./src/top.ts" } }',
    'packages/p/src/middle/one.ts': text,
    'packages/p/src/top.ts': '',
  }
  expect(check(files)).toEqual(['packages/p/src/middle/one.ts imports packages/p/src/top.ts'])
})

test('what the arrows do not name is found', () => {
  expect(check({ 'packages/p/src/beside/one.ts': '' })).toEqual(['packages/p/src: beside has no arrows'])
})

test('folders that are missing are no fault', () => {
  expect(check({})).toEqual([])
})
