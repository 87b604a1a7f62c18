import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { UnwritableFileError } from './unwritable-file.ts'
import { writeWhole } from './write-whole.ts'

const done: string[] = []
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return {
    ...real,
    async open(file: string, mode: string) {
      const handle = await real.open(file, mode)
      const name = path.basename(file)
      const [write, sync, close] = [handle.writeFile, handle.sync, handle.close].map((f) => f.bind(handle))
      return Object.assign(handle, {
        writeFile: (content: string) => write(content as never).then(() => done.push(`write ${name}`)),
        sync: () => (sync as () => Promise<void>)().then(() => done.push(`sync ${name}`)),
        close: () => (close as () => Promise<void>)().then(() => done.push(`close ${name}`)),
      })
    },
    async rename(from: string, to: string) {
      await real.rename(from, to)
      done.push(`rename ${path.basename(from)} ${path.basename(to)}`)
    },
  }
})

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-whole-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('bytes are on the disk before they get their name, and then the name is', async () => {
  await writeWhole(path.join(folder, 'deep/kept'), 'new')
  expect(readFileSync(path.join(folder, 'deep/kept'), 'utf8')).toBe('new')
  expect(done).toEqual([
    'write kept.part',
    'sync kept.part',
    'close kept.part',
    'rename kept.part kept',
    'sync deep',
    'close deep',
  ])
})

test('what cannot be written leaves the file as it was, and nothing beside it', async () => {
  const taken = path.join(folder, 'taken')
  mkdirSync(path.join(taken, 'inside'), { recursive: true })
  const error = await writeWhole(taken, 'new').catch((reason) => reason)
  expect(error).toBeInstanceOf(UnwritableFileError)
  expect(error.message).toBe(`cannot write ${taken}: it is a folder`)
  expect(existsSync(path.join(taken, 'inside'))).toBe(true)
  expect(readdirSync(folder)).not.toContain('taken.part')

  writeFileSync(path.join(folder, 'file'), '')
  await expect(writeWhole(path.join(folder, 'file/below/it'), '')).rejects.toThrow('is no folder')
})
