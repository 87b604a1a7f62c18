import { readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { installApart } from '@runnel/tasks/install-apart'

/** A text with its origin, its licence, and whether it may be learned from. */
export interface CorpusSource {
  readonly name: string
  readonly title: string
  /** Package that holds it, with the registry it is fetched from. */
  readonly origin: { readonly registry: 'npm' | 'debian'; readonly package: string }
  readonly licence: string
  /** Test text is never trained, validated or tuned on. */
  readonly test: boolean
  /** The text, free of its source's markup; an empty line parts paragraphs. */
  read(): string
}

const apart = path.join(import.meta.dirname, '../apart')
const isApart = (name: string): boolean =>
  name in JSON.parse(readFileSync(path.join(apart, 'package.json'), 'utf8')).dependencies

/** Folder of an npm package, whatever it exports; one that is too large for the workspace is installed first. */
export const packageFolder = (name: string): string => {
  if (isApart(name)) installApart(apart)
  const from = isApart(name) ? pathToFileURL(path.join(apart, 'package.json')).href : import.meta.url
  const file = findPackageJSON(name, from)
  if (file === undefined) throw new Error(`${name} is not installed`)
  return path.dirname(file)
}

/** The files of a folder whose names match, in the order of their names, counting numbers as numbers. */
export const readFiles = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
