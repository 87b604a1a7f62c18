import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { downloadSource } from './debian-source.ts'

/** A folder with the Web Platform Tests, and the package it is from; or why there is none. */
export type FoundSuite = { folder: string; name: string } | { reason: string }

/** Paths taken from the source: the tests, what they load, licence and origin. */
const parts = [
  'encoding/streams',
  'streams/piping',
  'streams/resources',
  'common/sab.js',
  'resources/testharness.js',
  'LICENSE.md',
  'versions.json',
]
const cache = path.join(import.meta.dirname, '../../../.cache/wpt')

/**
 * Finds the Web Platform Tests that Node's own source holds: in `.cache`, or in Debian's source package of Node,
 * fetched once.
 */
export const findSuite = (
  folder: string = cache,
  download: typeof downloadSource = downloadSource,
): FoundSuite => {
  mkdirSync(folder, { recursive: true })
  const found = () => globSync('nodejs_*', { cwd: folder }).sort().at(-1)
  if (!found()) {
    const partial = mkdtempSync(path.join(folder, 'partial-'))
    try {
      const archive = download('nodejs', partial).find((name) => name.includes('.orig.tar.'))
      if (!archive) throw new Error('the source package of Node has no archive of its origin')
      const suite = path.join(partial, 'suite')
      unpack(path.join(partial, archive), suite)
      // Another run may have come first.
      if (!found()) renameSync(suite, path.join(folder, archive.replace(/\.orig\..*/, '')))
    } catch (error) {
      return { reason: `no Web Platform Tests: ${error instanceof Error ? error.message : error}` }
    } finally {
      rmSync(partial, { recursive: true, force: true })
    }
  }
  const name = found() ?? ''
  return { folder: path.join(folder, name), name }
}

const unpack = (archive: string, folder: string): void => {
  mkdirSync(folder)
  const patterns = parts.map((part) => `*/test/fixtures/wpt/${part}`)
  const words = ['-xf', archive, '-C', folder, '--strip-components=4', '--wildcards', ...patterns]
  const { error, status, stderr } = spawnSync('tar', words, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`tar: ${stderr.trim()}`)
}

/** The files that are for decipher streams. */
export const filesOf = (folder: string): string[] =>
  globSync(
    ['encoding/streams/decode-*.any.js', 'encoding/streams/backpressure.any.js', 'streams/piping/*.any.js'],
    { cwd: folder },
  ).sort()

/** SHA-256, in hex, of the names and contents of all scripts of a suite. */
export const digestOf = (folder: string): string => {
  const hash = createHash('sha256')
  for (const file of globSync('**/*.js', { cwd: folder }).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(folder, file)))
      .update('\0')
  }
  return hash.digest('hex')
}
