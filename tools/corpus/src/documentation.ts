import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { debianPackage } from './debian-package.ts'
import { htmlProse } from './html-prose.ts'
import type { CorpusSource } from './source.ts'

const documentation = (
  description: Pick<CorpusSource, 'name' | 'title' | 'licence'>,
  packageName: string,
  folder: string,
): CorpusSource => ({
  ...description,
  origin: { registry: 'debian', package: packageName },
  test: false,
  read: () => {
    const root = debianPackage(packageName).file(folder)
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map((file) => htmlProse(readFileSync(path.join(root, file), 'utf8')))
      .join('\n\n')
  },
})

/** Manuals of programs under free terms: expository prose of our time. */
export const manuals: readonly CorpusSource[] = [
  documentation(
    { name: 'sqlite-manual', title: 'The manual of SQLite', licence: 'public domain' },
    'sqlite3-doc',
    'usr/share/doc/sqlite3',
  ),
  documentation(
    {
      name: 'django-manual',
      title: 'The manual of Django',
      licence: 'BSD-3-Clause, © Django Software Foundation and individual contributors',
    },
    'python-django-doc',
    'usr/share/doc/python-django-doc/html',
  ),
  documentation(
    {
      name: 'rust-book',
      title: 'The Rust Programming Language',
      licence: 'MIT OR Apache-2.0, © The Rust Project Developers',
    },
    'rust-doc',
    'usr/share/doc/rust-doc/html/book',
  ),
]
