import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../documents.ts'

/** Texts of files by their paths from the root, with `/` between folders. */
export type SourceFiles = ReadonlyMap<string, string>

const isLeftOut = (file: string): boolean => /(^|[\\/])(node_modules|dist|\.[^\\/]*)$/.test(file)

/** Reads the files of the workspace that match, apart from what is installed, built or hidden. */
export const sourceFiles = (patterns: readonly string[]): SourceFiles =>
  new Map(
    globSync([...patterns], { cwd: root, exclude: isLeftOut })
      .map((file) => file.replaceAll('\\', '/'))
      .sort()
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  )

/** Tells whether a file holds tests, of values or of types: it may import anything, and nothing imports it. */
export const isTest = (file: string): boolean => /\.test(-d)?\.ts$/.test(file)
