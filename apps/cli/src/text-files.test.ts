import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { textFiles } from './text-files.ts'

test('names files as given, and the files of folders in order, however deep', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-texts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(path.join(folder, 'books/old'), { recursive: true })
  for (const name of ['b.txt', 'books/z.txt', 'books/old/a.txt', 'books/.hidden']) {
    writeFileSync(path.join(folder, name), name)
  }
  const inFolder = (name: string) => path.join(folder, name)
  expect(textFiles(['-', inFolder('books'), inFolder('b.txt'), inFolder('none.txt')])).toEqual([
    '-',
    inFolder('books/old/a.txt'),
    inFolder('books/z.txt'),
    inFolder('b.txt'),
    inFolder('none.txt'),
  ])
})
