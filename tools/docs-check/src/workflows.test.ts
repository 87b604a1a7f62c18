import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './documents.ts'

const files = globSync('.github/workflows/*.yml', { cwd: root })
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

test.each(files)('%s uses actions by the hash of a commit, and says which version that is', (file) => {
  const uses = Array.from(read(file).matchAll(/\buses: *(.*)$/gm), ([, action]) => action)
  expect(uses.length).toBeGreaterThan(0)
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('the job that may publish runs no tests, and waits for those of another', () => {
  const jobs = read('.github/workflows/release.yml').split(/^ {2}(?=\w+:$)/m)
  const [publishing, ...others] = jobs.filter((job) => job.includes('id-token: write'))
  expect(others).toEqual([])
  expect(publishing).toContain('needs: test')
  expect(publishing).not.toContain('.ci/run')
  expect(jobs.find((job) => job.startsWith('test:'))).toContain('.ci/run')
})

test('what is published is what is built', () => {
  const { scripts } = JSON.parse(read('package.json'))
  expect(scripts.release).toContain('turbo run build --filter=./packages/* --filter=./apps/cli ')
})
