import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { englishKeyWords } from '@runnel/models/english-key-words'
import { languageNets, languages } from '@runnel/models/languages'
import { buildPage, inlineDigests } from '@runnel/playground/build'

const folder = path.join(import.meta.dirname, '..')
const HEADERS = '_headers'

/**
 * Gathers what the platform serves as it is, in `.cache/assets`: the files under `assets`, Swagger UI for the page at
 * `/docs`, what is too large for the script (the counts and words that a substitution is searched with, the counts of
 * languages, nets that read many), and the page at `/`, which is built where its sources have changed. wrangler runs this
 * before it serves or deploys. A file that is there as it should be is left alone: services that run already serve the
 * same folder, and begin anew where one changes.
 */
export const gatherAssets = async (): Promise<void> => {
  const target = path.join(folder, '.cache/assets')
  const given = path.join(folder, 'assets')
  for (const file of filesIn(given)) {
    if (file !== HEADERS) put(path.join(target, file), readFileSync(path.join(given, file)))
  }
  const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
    put(path.join(target, 'docs', file), readFileSync(path.join(swagger, file)))
  }
  const counts = await Promise.all(
    Object.values(languages).map(async (language) => [
      await language.counts(),
      ...(language.ownCounts ? [await language.ownCounts()] : []),
      ...((await language.substitutionCounts?.()) ?? []),
    ]),
  )
  for (const { name, base64 } of counts.flat()) {
    put(path.join(target, 'models', `${name}.counts`), Buffer.from(base64, 'base64'))
  }
  put(
    path.join(target, 'models', `${englishKeyWords.name}.words`),
    Buffer.from(englishKeyWords.base64, 'base64'),
  )
  for (const load of Object.values(languageNets)) {
    const { name, base64 } = await load()
    put(path.join(target, 'models', `${name}.runnel`), Buffer.from(base64, 'base64'))
  }
  const page = await buildPage()
  gatherPage(page, target)
  const document = readFileSync(path.join(page, 'index.html'), 'utf8')
  const headers = readFileSync(path.join(given, HEADERS), 'utf8')
  put(path.join(target, HEADERS), Buffer.from(allowingInline(document, headers)))
}

/** Writes a file whole, where it is not there with the same bytes. */
const put = (file: string, bytes: Buffer): void => {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return
  mkdirSync(path.dirname(file), { recursive: true })
  // Beside the folder: what lies in it is served.
  const draft = path.join(folder, '.cache', randomUUID())
  writeFileSync(draft, bytes)
  renameSync(draft, file)
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
  const current = new Set(filesIn(page))
  for (const file of current) put(path.join(target, file), readFileSync(path.join(page, file)))
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
