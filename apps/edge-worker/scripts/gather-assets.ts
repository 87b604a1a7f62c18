import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { languages } from '@runnel/models/languages'
import { buildPage, inlineDigests } from '@runnel/playground/build'

const folder = path.join(import.meta.dirname, '..')

/**
 * Gathers what the platform serves as it is, in `.cache/assets`: the files under `assets`, Swagger UI for the page at
 * `/docs`, the counts that a substitution is searched with and those of languages, which are too large for the script, and
 * the page at `/`, which is built where its sources have changed. wrangler runs this before it serves or deploys.
 */
export const gatherAssets = async (): Promise<void> => {
  const target = path.join(folder, '.cache/assets')
  cpSync(path.join(folder, 'assets'), target, { recursive: true })
  const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  mkdirSync(path.join(target, 'docs'), { recursive: true })
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
    copyFileSync(path.join(swagger, file), path.join(target, 'docs', file))
  }
  mkdirSync(path.join(target, 'models'), { recursive: true })
  const counts = await Promise.all(
    Object.values(languages).map(async (language) => [
      await language.counts(),
      ...(language.ownCounts ? [await language.ownCounts()] : []),
      ...((await language.substitutionCounts?.()) ?? []),
    ]),
  )
  for (const { name, base64 } of counts.flat()) {
    writeFileSync(path.join(target, 'models', `${name}.counts`), Buffer.from(base64, 'base64'))
  }
  const page = await buildPage()
  gatherPage(page, target)
  const document = readFileSync(path.join(page, 'index.html'), 'utf8')
  const headers = readFileSync(path.join(folder, 'assets/_headers'), 'utf8')
  writeFileSync(path.join(target, '_headers'), allowingInline(document, headers))
}

/** Headers that let the script and the style run which stand in the page's own document, by their digests, and no other. */
const allowingInline = (document: string, headers: string): string => {
  let isPage = false
  const lines = headers.split('\n').map((line) => {
    if (/^\S/.test(line)) isPage = line === '/index.html'
    if (!isPage) return line
    return line.replaceAll(/\b(script|style)-src [^;]*/g, (rule, tag: 'script' | 'style') =>
      [rule, ...inlineDigests(document, tag)].join(' '),
    )
  })
  return lines.join('\n')
}

/** Copies the page, and drops what an earlier one has left. */
const gatherPage = (page: string, target: string): void => {
  cpSync(page, target, { recursive: true })
  const current = new Set(filesIn(page))
  const list = path.join(target, '..', 'page-files.json')
  for (const file of earlier(list)) {
    if (!current.has(file)) rmSync(path.join(target, file), { force: true })
  }
  writeFileSync(list, JSON.stringify([...current]))
}

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))

/** The files of the page that was gathered last. */
const earlier = (list: string): string[] => {
  try {
    return JSON.parse(readFileSync(list, 'utf8')) as string[]
  } catch {
    return []
  }
}

if (import.meta.main) await gatherAssets()
