import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const worker = path.join(import.meta.dirname, '../../../apps/edge-worker')
const assets = path.join(worker, '.cache/assets')
const gather = (): void => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(worker, 'scripts/gather-assets.ts')], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
}
const written = (): [file: string, time: number][] =>
  readdirSync(assets, { recursive: true, encoding: 'utf8' }).map((file) => [
    file,
    statSync(path.join(assets, file)).mtimeMs,
  ])

test('a service that starts writes no file that others serve', () => {
  gather()
  const before = written()
  expect(before.length).toBeGreaterThan(50)
  gather()
  expect(written()).toEqual(before)
})
