import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type InlineConfig } from 'vite'
import type { FirstFrames } from '../src/first/first-frame.ts'
import { chapterFile } from './chapter.ts'
import { modelFiles } from './model-files.ts'
import { names } from './names.ts'

const folder = path.join(import.meta.dirname, '..')

/**
 * Writes into the document of a built page what it shows first: its style, the page as it is drawn with the first letter of
 * the example, and a small script that plays the next ones and brings the page's own. So the example moves as soon as the
 * document has come.
 */
export const writeFirstFrames = async (page: string): Promise<void> => {
  const { markup, ...frames } = await drawFirstFrames()
  const file = path.join(page, 'index.html')
  const html = readFileSync(file, 'utf8')
  const own = /<script type="module" crossorigin src="(.*?)"><\/script>/.exec(html)
  if (!own) throw new Error('index.html has no script')
  const script = await buildPlayer(frames, {
    SCRIPT: own[1],
    RECORDING: the(page, 'assets/example.recording-*.js'),
    ENGINE: the(page, 'assets/engine/worker-*.js'),
    MODEL: ['english-????????????', 'english-counts-*'].map((name) => the(page, `assets/${name}.runnel`)),
  })
  const whole = html
    .replace(
      own[0],
      // The engine's worker would ask for what it shares with its parts once it has come itself.
      [own[1], the(page, 'assets/engine/shared-*.js')]
        .map((script) => `<link rel="modulepreload" crossorigin href="${script}">`)
        .join('\n    '),
    )
    .replace(/\s*<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+)">/, (_, style: string) => {
      const css = readFileSync(path.join(page, style), 'utf8').trim().replaceAll('url(./', 'url(./assets/')
      return `\n    <style>${css}</style>`
    })
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root"></div>\n    <template id="first">${markup}</template>\n    <script>${script}</script>`,
    )
  if (whole.match(/<(style|script)>/g)?.length !== 2) throw new Error('index.html is not built as expected')
  writeFileSync(file, whole)
}

/** The one file of a page that has such a name, seen from the page. @throws Error when there is none, or another one */
const the = (page: string, name: string): string => {
  const [file, ...others] = globSync(name, { cwd: page })
  if (!file || others.length > 0) throw new Error(`${name}: expected one file of that name`)
  return `./${file.split(path.sep).join('/')}`
}

/** Draws the page in a process of its own, which may look like a browser. */
const drawFirstFrames = async (): Promise<FirstFrames> => {
  const draft = mkdtempSync(path.join(folder, 'dist-first-'))
  try {
    await build({
      ...common,
      // What it warns of is code that is only drawn by.
      logLevel: 'error',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      plugins: [modelFiles('english'), names(), chapterFile()],
      build: {
        ssr: path.join(folder, 'src/first/print-first-frames.tsx'),
        outDir: draft,
        target: 'es2023',
        rolldownOptions: { output: { entryFileNames: 'print.mjs' } },
      },
      ssr: { noExternal: true },
    })
    return JSON.parse(execFileSync(process.execPath, [path.join(draft, 'print.mjs')], { encoding: 'utf8' }))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** The script that plays the frames, and then brings the page's own. */
const buildPlayer = async (
  frames: Omit<FirstFrames, 'markup'>,
  addresses: Readonly<Record<string, string | readonly string[]>>,
): Promise<string> => {
  const built = await build({
    ...common,
    define: Object.fromEntries(
      Object.entries({ FRAMES: frames, ...addresses }).map(([name, value]) => [
        name,
        // Nothing in it may end the script that it stands in.
        JSON.stringify(value).replaceAll('<', '\\u003c'),
      ]),
    ),
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: path.join(folder, 'src/first/play-first-frames.ts'),
        output: { format: 'iife' },
      },
    },
  })
  const [result] = [built].flat()
  if (!('output' in result)) throw new Error('vite watches, though nobody asked it to')
  return result.output[0].code.trim().replaceAll('</', '<\\/')
}

const common: InlineConfig = { root: folder, configFile: false, publicDir: false, logLevel: 'warn' }
