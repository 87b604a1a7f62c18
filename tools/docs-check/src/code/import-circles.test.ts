import { expect, test } from 'vitest'
import { importCircles } from './import-circles.ts'
import { importGraph } from './import-graph.ts'

const circlesOf = (files: Record<string, string>): string[] =>
  importCircles(importGraph(new Map(Object.entries(files))))

test.each<[string, Record<string, string>, string]>([
  [
    'two files',
    { 'packages/p/src/a.ts': "import './b.ts'", 'packages/p/src/b.ts': "import './a.ts'" },
    'packages/p/src: a.ts → b.ts → a.ts (packages/p/src/a.ts imports packages/p/src/b.ts; packages/p/src/b.ts imports packages/p/src/a.ts)',
  ],
  [
    'types alone',
    {
      'apps/p/src/a.ts': "import type { B } from './b.ts'",
      'apps/p/src/b.ts': "export type B = import('./a.ts').A",
    },
    'apps/p/src: a.ts → b.ts → a.ts (apps/p/src/a.ts imports apps/p/src/b.ts; apps/p/src/b.ts imports apps/p/src/a.ts)',
  ],
  [
    'three files',
    {
      'tools/p/src/a.ts': "export * from './b.ts'",
      'tools/p/src/b.ts': "const c = () => import('./c.ts')",
      'tools/p/src/c.ts': "import './a.js'",
    },
    'tools/p/src: a.ts → b.ts → c.ts → a.ts (tools/p/src/a.ts imports tools/p/src/b.ts; tools/p/src/b.ts imports tools/p/src/c.ts; tools/p/src/c.ts imports tools/p/src/a.ts)',
  ],
  [
    'two tests',
    { 'apps/p/src/a.test.ts': "import './b.test.ts'", 'apps/p/src/b.test.ts': "import './a.test.ts'" },
    'apps/p/src: a.test.ts → b.test.ts → a.test.ts (apps/p/src/a.test.ts imports apps/p/src/b.test.ts; apps/p/src/b.test.ts imports apps/p/src/a.test.ts)',
  ],
  [
    'a file with itself',
    { 'packages/p/src/a.ts': "import './a.ts'" },
    'packages/p/src: a.ts → a.ts (packages/p/src/a.ts imports packages/p/src/a.ts)',
  ],
  [
    'folders whose files form none',
    {
      'packages/p/src/a/one.ts': "import '../b/one.ts'",
      'packages/p/src/a/two.ts': '',
      'packages/p/src/b/one.ts': '',
      'packages/p/src/b/two.ts': "import '../a/two.ts'",
    },
    'packages/p/src: a → b → a (packages/p/src/a/one.ts imports packages/p/src/b/one.ts; packages/p/src/b/two.ts imports packages/p/src/a/two.ts)',
  ],
  [
    'a folder and a file beside it',
    {
      'packages/p/src/a.ts': "import './a/one.ts'",
      'packages/p/src/a/one.ts': "import type { A } from '../a.ts'",
    },
    'packages/p/src: a.ts → a → a.ts (packages/p/src/a.ts imports packages/p/src/a/one.ts; packages/p/src/a/one.ts imports packages/p/src/a.ts)',
  ],
  [
    'names of the package for its own files',
    {
      'packages/p/package.json': JSON.stringify({
        name: '@runnel/p',
        exports: { './b': './src/b.ts' },
        imports: { '#a': { workerd: './src/a.workerd.ts', default: './src/a.ts' } },
      }),
      'packages/p/src/a.workerd.ts': "import '@runnel/p/b'",
      'packages/p/src/a.ts': '',
      'packages/p/src/b.ts': "import '#a'",
    },
    'packages/p/src: a.workerd.ts → b.ts → a.workerd.ts (packages/p/src/a.workerd.ts imports packages/p/src/b.ts; packages/p/src/b.ts imports packages/p/src/a.workerd.ts)',
  ],
])('found: %s', (_, files, circle) => {
  expect(circlesOf(files)).toEqual([circle])
})

test('every circle is found, when there are more', () => {
  const files = {
    'packages/p/src/a.ts': "import './b.ts'\nimport './c.ts'",
    'packages/p/src/b.ts': "import './a.ts'",
    'packages/p/src/c.ts': "import './a.ts'",
  }
  expect(circlesOf(files).map((circle) => circle.replace(/ \(.*/, ''))).toEqual([
    'packages/p/src: a.ts → b.ts → a.ts',
    'packages/p/src: a.ts → c.ts → a.ts',
  ])
})

test.each<[string, Record<string, string>]>([
  [
    'two ways to one file',
    {
      'packages/p/src/a.ts': "import './b.ts'\nimport './c.ts'",
      'packages/p/src/b.ts': "import './d.ts'",
      'packages/p/src/c.ts': "import './d.ts'",
      'packages/p/src/d.ts': '',
    },
  ],
  [
    'a test beside what it tests',
    {
      'packages/p/src/a/a.test.ts': "import '../b/b.ts'",
      'packages/p/src/a/a.ts': '',
      'packages/p/src/b/b.ts': "import '../a/a.ts'",
    },
  ],
  [
    'the same paths in two packages',
    {
      'packages/p/src/a.ts': "import '../../q/src/a.ts'",
      'packages/q/src/a.ts': "import '../../p/src/a.ts'",
    },
  ],
])('none: %s', (_, files) => {
  expect(circlesOf(files)).toEqual([])
})
