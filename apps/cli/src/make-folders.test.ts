import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolders } from './make-folders.ts'
import { writeWhole } from './write-whole.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-folders-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('all that are missing are made, at once by several, and again', async () => {
  const deep = path.join(folder, 'a/b/c')
  await Promise.all([makeFolders(deep), makeFolders(deep)])
  await makeFolders(deep)
  expect(statSync(deep).isDirectory()).toBe(true)
})

test('a file in the way is an error', async () => {
  writeFileSync(path.join(folder, 'file'), '')
  await expect(makeFolders(path.join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolders(path.join(folder, 'file/below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(process.platform === 'linux').each(['/proc/x', '/proc/x/y'])(
  '%s, where nothing can be made, is one too, and does not go on for ever',
  async (place) => {
    await expect(makeFolders(place)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(writeWhole(path.join(place, 'file'), '')).rejects.toMatchObject({ code: 'unwritable_file' })
  },
)
