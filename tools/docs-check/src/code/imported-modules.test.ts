import { expect, test } from 'vitest'
import { importedModules } from './imported-modules.ts'

test.each([
  ["import { a } from './a.ts'", './a.ts'],
  ["import type { A } from './a.ts'", './a.ts'],
  ["import { type A } from './a.ts'", './a.ts'],
  ["import * as a from './a.ts'", './a.ts'],
  ["import './a.ts'", './a.ts'],
  ["export { a } from './a.ts'", './a.ts'],
  ["export type { A } from './a.ts'", './a.ts'],
  ["export * from './a.ts'", './a.ts'],
  ["export type * from './a.ts'", './a.ts'],
  ["const load = () => import('./a.ts')", './a.ts'],
  ["const a: typeof import('./a.ts') | undefined = undefined", './a.ts'],
  ["const a: import('./a.ts').A[] = []", './a.ts'],
  ["import { a } from '#name'", '#name'],
])('%s', (text, module) => {
  expect(importedModules('x.ts', text)).toEqual([module])
})

test.each(["// import './a.ts'", 'const text = "import \'./a.ts\'"', 'export const a = 1', 'import(name)'])(
  '%s imports nothing',
  (text) => {
    expect(importedModules('x.ts', text)).toEqual([])
  },
)

test('what is no TypeScript is refused', () => {
  expect(() => importedModules('x.ts', 'import { from')).toThrow(SyntaxError)
})
