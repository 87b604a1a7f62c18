import { readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import path from 'node:path'

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

/** Folder of an installed npm package, whatever it exports. */
export const packageFolder = (name: string): string => {
  const file = findPackageJSON(name, import.meta.url)
  if (file === undefined) throw new Error(`${name} is not installed`)
  return path.dirname(file)
}

/** The files of a folder whose names match, in the order of their names, counting numbers as numbers. */
export const readFiles = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
