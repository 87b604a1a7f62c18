import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { assertBuilt, published } from './published.ts'

test('npm gets the packages and the command line', () => {
  expect(published).toEqual(
    expect.arrayContaining(['apps/cli', 'packages/core', 'packages/lab', 'packages/models']),
  )
  expect(published).not.toContain('apps/edge-worker')
})

describe('a package that is not built', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-not-built-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } }
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'a', publishConfig: { exports, bin: { a: './dist/main.js' } } }),
  )

  test('is named, with what is missing and what to run', () => {
    expect(() => assertBuilt(folder)).toThrow(
      /^a is not built: dist\/index\.d\.ts, dist\/index\.js, dist\/main\.js missing\. Run "npm test"/,
    )
  })

  test('is fine once its files are there', () => {
    mkdirSync(path.join(folder, 'dist'))
    for (const file of ['index.d.ts', 'index.js', 'main.js']) {
      writeFileSync(path.join(folder, 'dist', file), '')
    }
    expect(() => assertBuilt(folder)).not.toThrow()
  })
})
