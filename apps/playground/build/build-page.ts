import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { writeFirstFrames } from './first-frames.ts'
import { pageFingerprint } from './page-fingerprint.ts'
import { LANGUAGES, precachedFiles } from './precache.ts'

export { inlineDigests } from './first-frames.ts'

const folder = path.join(import.meta.dirname, '..')

/**
 * Builds the page, unless one of the same sources is there. Several may do so at once: a page appears whole, under the
 * digest of its sources.
 *
 * @returns the folder that it is in
 */
export const buildPage = async (): Promise<string> => {
  const pages = path.join(folder, 'dist')
  const target = path.join(pages, pageFingerprint())
  if (existsSync(target)) return target
  const draft = `${target}.${randomUUID()}`
  // Whoever builds it, a test too, builds what is deployed: else Vite would write development's JSX.
  const mode = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({
      root: folder,
      configFile: path.join(folder, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: draft, emptyOutDir: true },
    })
    await writeFirstFrames(draft)
    await buildServiceWorker(draft)
  } finally {
    if (mode === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = mode
  }
  mkdirSync(pages, { recursive: true })
  try {
    renameSync(draft, target)
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(target)) throw error
    rmSync(draft, { recursive: true })
  }
  for (const other of readdirSync(pages)) {
    if (!other.includes('.') && path.join(pages, other) !== target) {
      rmSync(path.join(pages, other), { recursive: true, force: true })
    }
  }
  return target
}

/** Builds the service worker beside a page, with the list of its files. */
const buildServiceWorker = (page: string): Promise<unknown> =>
  build({
    root: folder,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      PRECACHE: JSON.stringify(precachedFiles(page)),
      LANGUAGES: JSON.stringify(LANGUAGES),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: page,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: path.join(folder, 'src/offline/sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  })

if (import.meta.main) console.log(await buildPage())
