import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPage } from '@runnel/playground/build'
import { beforeAll, describe, expect, test } from 'vitest'

const KB = 1024

interface Part {
  readonly part: string
  /** Its files, from the root of the page. */
  readonly files: string
  /** Bytes after gzip; fonts are compressed already. */
  readonly ceiling: number
}

/** Everything that a browser loads to show the page, but the model. */
const parts: readonly Part[] = [
  { part: 'the document, its style, and how the page is drawn first', files: 'index.html', ceiling: 9 * KB },
  { part: 'the interface', files: 'assets/{index,styles}-*.js', ceiling: 45 * KB },
  // Not where the address holds a text.
  { part: 'the recording of the example', files: 'assets/example.recording-*.js', ceiling: 11 * KB },
  { part: 'fonts', files: 'assets/*.woff2', ceiling: 36 * KB },
  { part: 'the engine', files: 'assets/engine/{worker,shared}-*.js', ceiling: 42.75 * KB },
  { part: 'the service worker', files: 'sw.js', ceiling: 6.5 * KB },
]

/** Loaded only where it is asked for, or where something is missing. */
const further: readonly Part[] = [
  { part: 'the edge and its client', files: 'assets/{open-edge-engine,src}-*.js', ceiling: 11 * KB },
  { part: 'an engine without relaxed SIMD', files: 'assets/engine/int8.wasm-*.js', ceiling: 3.5 * KB },
  { part: 'an engine without WebAssembly', files: 'assets/engine/typed-array-*.js', ceiling: 2.5 * KB },
  { part: 'the embedded form', files: 'assets/embed-*.{js,css}', ceiling: 1 * KB },
  { part: 'the style, for the embedded form', files: 'assets/styles-*.css', ceiling: 7 * KB },
  // Brought after the model.
  {
    part: 'dialogs, the lesson, and other ways to read',
    files: 'assets/{dialogs,lesson,offers,language-list,share-link}-*.js',
    ceiling: 6.5 * KB,
  },
  // Brought after the model, for texts that are pasted.
  {
    part: 'encodings and headings',
    files: 'assets/engine/{whole-text,encoding-of,found-encodings}-*.js',
    ceiling: 30.75 * KB,
  },
  // The same once more, for what the edge takes off.
  { part: 'encodings beside the edge', files: 'assets/{decoder,utf8}-*.js', ceiling: 31.75 * KB },
  {
    part: 'searches, languages, every cipher',
    files: 'assets/engine/{open-search,cipher-named}-*.js',
    ceiling: 66 * KB,
  },
  // Brought when it is asked for.
  { part: 'the second look', files: 'assets/engine/second-look-*.js', ceiling: 18.25 * KB },
  {
    part: 'enciphering, every key and keys by hand, with every cipher',
    files: 'assets/{further,tokenizer}-*.js',
    ceiling: 15 * KB,
  },
  { part: 'the model and its counts', files: 'assets/*.runnel', ceiling: 340 * KB },
  // Fetched once the model is there, whatever the text.
  { part: 'counts that searches need', files: 'assets/searches/*.runnel', ceiling: 250 * KB },
  // Fifteen, of which one is fetched when it is chosen; twelve with counts for the search of a substitution.
  {
    part: 'counts of languages',
    files: 'assets/searches/languages/*.runnel',
    ceiling: (15 * 85 + 12 * 215) * KB,
  },
]

describe('the weight of the page, part by part, after gzip', () => {
  let page: string
  beforeAll(async () => {
    page = await buildPage()
  }, 60_000)

  const filesOf = ({ files }: Part): string[] => globSync(files, { cwd: page })
  const weigh = (part: Part): number =>
    filesOf(part).reduce((sum, file) => {
      const bytes = readFileSync(path.join(page, file))
      return sum + (file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length)
    }, 0)

  test.each([...parts, ...further])('$part: $ceiling', (part) => {
    expect(filesOf(part).length).toBeGreaterThan(0)
    expect(weigh(part)).toBeLessThanOrEqual(part.ceiling)
  })

  test('all that is loaded at first: 150 KB', () => {
    expect(parts.reduce((sum, part) => sum + weigh(part), 0)).toBeLessThanOrEqual(150 * KB)
  })

  test('every script, style and font is one of these parts', () => {
    const known = [...parts, ...further].flatMap(filesOf)
    const all = globSync('**/*.{js,css,woff,woff2,runnel}', { cwd: page })
    expect(all.filter((file) => !known.includes(file))).toEqual([])
  })

  test('the example is drawn, and moves, before any other file has come', () => {
    const html = readFileSync(path.join(page, 'index.html'), 'utf8')
    expect(html).not.toContain('rel="stylesheet"')
    const drawn = /<template id="first">(.*)<\/template>/s.exec(html)?.[1] ?? ''
    expect(drawn).toContain('One letter is not enough.')
    expect(drawn).not.toContain('style=')
    const player = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? ''
    expect(player).toContain('settled:`The morning was')
  })

  test('fonts, engine and model are on their way while scripts still run; counts of searches are not', () => {
    const early = (file: string, named: RegExp) =>
      Array.from(readFileSync(path.join(page, file), 'utf8').matchAll(named), ([, name]) => name).sort()
    const preloaded = /rel="preload" href="\.\/([^"]+)"/g
    const filesOf = (names: string) => globSync(names, { cwd: page }).sort()
    expect(early('embed.html', preloaded)).toEqual(filesOf('assets/*.{runnel,woff2}'))
    expect(early('index.html', preloaded)).toEqual(filesOf('assets/*.woff2'))
    // By the script in the document.
    expect(early('index.html', /`\.\/(assets\/[^`]+\.runnel|assets\/engine\/[^`]+)`/g)).toEqual(
      filesOf('assets/{*.runnel,engine/worker-*.js}'),
    )
    expect(early('index.html', /rel="modulepreload" crossorigin href="\.\/(assets\/engine[^"]+)"/g)).toEqual(
      filesOf('assets/engine/shared-*.js'),
    )
  })

  test('no test tool and no other engine is in it', () => {
    const scripts = globSync('**/*.js', { cwd: page }).map((file) =>
      readFileSync(path.join(page, file), 'utf8'),
    )
    for (const name of ['tensorflow', 'rxjs', 'fast-check', 'vitest']) {
      expect(scripts.filter((script) => script.includes(name))).toEqual([])
    }
  })
})
