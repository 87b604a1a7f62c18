import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { downloadSource } from './debian-source.ts'
import { digestOf, findSuite } from './suite.ts'

const root = mkdtempSync(path.join(tmpdir(), 'runnel-suite-'))
afterAll(() => rmSync(root, { recursive: true }))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'test-'))
})
const write = (file: string, text: string): string => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Packs a source of Node with the files given, and with all else that is taken from one. */
const pack = (to: string, files: Record<string, string>): string[] => {
  const tree = mkdtempSync(path.join(root, 'tree-'))
  const needed = {
    'encoding/streams/a.any.js': '',
    'streams/piping/b.any.js': '',
    'streams/resources/c.js': '',
    'common/sab.js': '',
    'resources/testharness.js': 'harness',
    'LICENSE.md': '',
    'versions.json': '{}',
  }
  for (const [file, text] of Object.entries({ ...needed, ...files })) {
    write(path.join(tree, 'node-v1.2.3/test/fixtures/wpt', file), text)
  }
  execFileSync('tar', ['-czf', path.join(to, 'nodejs_1.2.3+x.orig.tar.gz'), '-C', tree, 'node-v1.2.3'])
  return ['nodejs_1.2.3+x.orig-part.tar.gz', 'nodejs_1.2.3+x.orig.tar.gz']
}

test('fetched once, what is needed is unpacked, and nothing else is left', () => {
  let fetched = 0
  const download: typeof downloadSource = (name, to) => {
    expect(name).toBe('nodejs')
    fetched++
    return pack(to, { 'url/other.js': 'not taken' })
  }
  const expected = { folder: path.join(folder, 'nodejs_1.2.3+x'), name: 'nodejs_1.2.3+x' }
  expect(findSuite(folder, download)).toEqual(expected)
  expect(findSuite(folder, download)).toEqual(expected)
  expect(fetched).toBe(1)
  expect(readdirSync(folder)).toEqual(['nodejs_1.2.3+x'])
  expect(readdirSync(expected.folder).sort()).toEqual(
    ['LICENSE.md', 'common', 'encoding', 'resources', 'streams', 'versions.json'].sort(),
  )
  expect(readFileSync(path.join(expected.folder, 'resources/testharness.js'), 'utf8')).toBe('harness')
})

test.each<[string, typeof downloadSource, string]>([
  [
    'apt is missing',
    (name, to) => downloadSource(name, to, { get: 'no-such-apt', sources: to }),
    'no-such-apt',
  ],
  ['there is no archive of the origin', () => ['nodejs_1.debian.tar.xz'], 'no archive of its origin'],
  [
    'an archive is cut short',
    (_, to) => {
      const archives = pack(to, {})
      const archive = path.join(to, archives[1])
      writeFileSync(archive, readFileSync(archive).subarray(0, 100))
      return archives
    },
    'tar: ',
  ],
])('where %s, the reason is told and nothing is left', (_, download, reason) => {
  expect(findSuite(folder, download)).toEqual({ reason: expect.stringContaining(reason) })
  expect(readdirSync(folder)).toEqual([])
})

test('the digest is of every script and its name', () => {
  const a = write(path.join(folder, 'x/a.js'), '1')
  write(path.join(folder, 'README.md'), 'text')
  const first = digestOf(folder)
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  write(path.join(folder, 'README.md'), 'other text')
  expect(digestOf(folder)).toBe(first)
  write(a, '2')
  const second = digestOf(folder)
  write(path.join(folder, 'x/b.js'), '')
  expect(new Set([first, second, digestOf(folder)]).size).toBe(3)
})

/** An apt-get that notes what it is asked in `calls`, and what the sources were. */
const aptGet = (then: string): string => {
  const file = write(
    path.join(folder, 'apt-get'),
    `#!/bin/sh\necho "$@" >> ${folder}/calls\ncat apt/sources/* > ${folder}/asked 2>/dev/null\n${then}\n`,
  )
  chmodSync(file, 0o755)
  return file
}

test('sources are asked for where the binary packages of the machine come from, in lists of its own', () => {
  const sources = path.join(folder, 'etc')
  write(path.join(sources, 'sources.list'), '# deb\ndeb [signed-by=/key] http://mirror/a stable main\n')
  write(path.join(sources, 'sources.list.d/b.sources'), 'Types: deb\nURIs: http://mirror/b\n')
  write(path.join(sources, 'sources.list.d/c.disabled'), 'deb http://mirror/c stable main\n')
  const to = path.join(folder, 'to')
  mkdirSync(to)
  const get = aptGet('case "$*" in *update) exit 100;; *) touch x_1.orig.tar.xz x_1.dsc;; esac')
  expect(downloadSource('x', to, { get, sources })).toEqual(['x_1.orig.tar.xz'])
  expect(readFileSync(path.join(folder, 'asked'), 'utf8')).toBe(
    'Types: deb-src\nURIs: http://mirror/b\n# deb\ndeb-src [signed-by=/key] http://mirror/a stable main\n',
  )
  const calls = readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n')
  expect(calls.map((call) => call.replace(/^(-o \S+ )+/, ''))).toEqual([
    'update',
    'source --tar-only --download-only x',
  ])
  for (const call of calls) expect(call).toContain(`Dir::State::lists=${to}/apt/lists`)
})

test('what apt says is the error', () => {
  const get = aptGet('echo "E: Unable to find a source package for x" >&2; exit 100')
  expect(() => downloadSource('x', folder, { get, sources: folder })).toThrow(
    'apt-get source x: E: Unable to find a source package for x',
  )
})
