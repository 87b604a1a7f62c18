import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { NovelsError, readNovels } from './novels.ts'
import { sha256 } from './sha256.ts'

test('novels are read from a folder, and no other text is taken for them', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'novels-'))
  const text = 'Seit langer Zeit hörte er zu.\n'
  writeFileSync(path.join(folder, 'de-test.txt.gz'), gzipSync(text))
  expect(readNovels('de-test', folder, { 'de-test': sha256(text) })).toBe(text)
  expect(() => readNovels('de-test', folder)).toThrow(NovelsError)
  expect(() => readNovels('fr-test', folder)).toThrow('fr-test.txt.gz is not in the folder')
})
