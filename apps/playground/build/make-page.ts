import path from 'node:path'
import { build } from 'vite'
import { writeFirstFrames } from './first-frames.ts'
import { LANGUAGES, precachedFiles } from './precache.ts'

const folder = path.join(import.meta.dirname, '..')

/** Makes the page in a folder. */
export const makePage = async (target: string): Promise<void> => {
  // Whoever builds it, a test too, builds what is deployed: else Vite would write development's JSX.
  const mode = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({
      root: folder,
      configFile: path.join(folder, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: target, emptyOutDir: true },
    })
    await writeFirstFrames(target)
    await buildServiceWorker(target)
  } finally {
    if (mode === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = mode
  }
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
