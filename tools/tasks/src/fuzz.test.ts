import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')

const fuzz = (...words: readonly string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'fuzz.ts'), ...words], {
    cwd: root,
    encoding: 'utf8',
  })

test('one round with a seed that is named, of the files that are named', () => {
  const { status, stdout } = fuzz('--seed', '7', 'core/src/base-letter', 'core/src/from-units')
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^round 1: \d files? hold with seed 7, \d+ s\n$/),
  ])
}, 180_000)

test.each([
  [['--rounds', 'x'], '--rounds: expected a whole number from 1, received "x"'],
  [['--nope'], "Unknown option '--nope'"],
  [['no-such-file'], 'No file of property tests has no-such-file in its path.'],
])('refuses %j', (words, expected) => {
  const { status, stderr } = fuzz(...words)
  expect(status).toBe(2)
  expect(stderr).toContain(expected)
})
