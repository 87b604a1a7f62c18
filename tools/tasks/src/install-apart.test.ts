import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { installApart } from './install-apart.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-apart-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (file: string, text: object) => writeFileSync(path.join(folder, file), JSON.stringify(text))

test('installs what the lock names, and again only when the lock has changed', () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  // A package of this machine: nothing is fetched.
  mkdirSync(path.join(folder, 'part'))
  write('part/package.json', { name: 'part', version: '1.0.0' })
  const manifest = { name: 'apart', version: '1.0.0', dependencies: { part: 'file:part' } }
  const lock = (name: string) => ({
    name,
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': manifest,
      'node_modules/part': { resolved: 'part', link: true },
      part: { version: '1.0.0' },
    },
  })
  write('package.json', manifest)
  write('package-lock.json', lock('apart'))
  installApart(folder)
  expect(existsSync(path.join(folder, 'node_modules/part/package.json'))).toBe(true)
  installApart(folder)
  expect(said).toHaveBeenCalledTimes(1)
  rmSync(path.join(folder, 'package.json'))
  write('package-lock.json', lock('changed'))
  expect(() => installApart(folder)).toThrow(/^npm ci in .* failed; is the npm registry within reach\?/)
  said.mockRestore()
})
