import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ciphers } from '@runnel/core'
import { everyCipher } from '@runnel/core/ciphers'
import { encodings } from '@runnel/core/encodings'
import { expect, test } from 'vitest'

test('nothing on the page asks for the name of a cipher or of an encoding: both come from the lists of the packages', () => {
  const names = [...Object.keys({ ...everyCipher, ...ciphers }), ...Object.keys(encodings)].join('|')
  const asks = new RegExp(`(?:case|[!=]==) '(?:${names})'|'(?:${names})' (?:in\\b|[!=]==)`)
  const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => !/\.test\.|testing/.test(file),
  )
  expect(files.length).toBeGreaterThan(150)
  expect(
    files.filter((file) => asks.test(readFileSync(path.join(import.meta.dirname, file), 'utf8'))),
  ).toEqual([])
  expect(asks.test("cipher === 'atbash'")).toBe(true)
})
