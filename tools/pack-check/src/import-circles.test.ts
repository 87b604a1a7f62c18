import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findCircle, importsIn } from './import-circles.ts'

const root = path.join(import.meta.dirname, '../../..')

test.each(['apps/edge-worker/src', 'packages/client/src'])('no files of %s import in a circle', (folder) => {
  const imports = importsIn(path.join(root, folder))
  expect(imports.size).toBeGreaterThan(10)
  expect(findCircle(imports)).toBeUndefined()
})

test.each([
  ["import type { B } from './b.ts'", "export { type A } from './a.ts'"],
  ["const b = await import('./b.ts')", "import './a.ts'"],
])('%s and %s are a circle', (a, b) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'circle-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(path.join(folder, 'a.ts'), a)
  writeFileSync(path.join(folder, 'b.ts'), b)
  expect(findCircle(importsIn(folder))).toEqual(['a.ts', 'b.ts', 'a.ts'])
})

test('two ways to the same file are no circle', () => {
  const imports = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d']],
    ['d', []],
  ])
  expect(findCircle(imports)).toBeUndefined()
})
