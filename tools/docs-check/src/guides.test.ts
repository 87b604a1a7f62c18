import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fenced } from './documents.ts'

/** Inside this package, so that its dependencies are found. */
const folder = path.join(import.meta.dirname, '../.cache/guides')
beforeAll(() => mkdirSync(folder, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Saves a piece of code of a document as a file, and gives its path. */
const save = (name: string, language: string, extension: string): string => {
  const snippet = fenced(language).find((one) => one.name === name)
  if (!snippet) throw new Error(`there is no ${name}`)
  const file = path.join(folder, `${name.replace(/\W+/g, '-')}.${extension}`)
  writeFileSync(file, snippet.code)
  return file
}

interface Served {
  default: { fetch(request: Request): Response | Promise<Response> }
}

describe('what the guides serve', () => {
  test.each([
    ['docs/guides/workers.md 1', '/'],
    ['docs/guides/workers.md 2', '/decipher'],
    ['docs/guides/bun-and-deno.md 1', '/'],
  ])('%s answers with plaintext', async (name, route) => {
    const { default: served }: Served = await import(pathToFileURL(save(name, 'ts', 'ts')).href)
    const request = new Request(`http://service${route}`, { method: 'POST', body: 'Aol tvyupun dhz jvsk.' })
    expect(await (await served.fetch(request)).text()).toBe('The morning was cold.')
  })
})

test.each([
  ['docs/index.md 1', 'mjs', 'The morning \nwas cold, and \nthe boat had not come.\n'],
  ['docs/first-pipeline.md 1', 'mjs', 'The morning was cold, and the boat had not come.'],
  ['docs/guides/require.md 1', 'cjs', 'The morning was cold.\n'],
])('%s prints what it says', (name, extension, printed) => {
  const file = save(name, 'js', extension)
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(printed)
})
