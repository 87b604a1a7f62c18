import { defineConfig } from 'vite'
import { chapterFile } from './build/chapter.ts'
import { earlyFiles } from './build/early-files.ts'
import { modelFiles } from './build/model-files.ts'
import { names } from './build/names.ts'

/**
 * The page, built into `dist`: its script and its engine's worker, hashed, for the service to hand out as they are. It finds
 * its files from where it lies, since the documentation has it in a folder.
 */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [modelFiles('english'), names(), chapterFile(), earlyFiles()],
  worker: {
    format: 'es',
    // A folder of its own, whose policy lets what is in it connect to nothing.
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/engine/[name]-[hash].js',
        chunkFileNames: 'assets/engine/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 4 }] },
      },
    },
  },
  build: {
    target: 'es2023',
    modulePreload: {
      polyfill: false,
      // Parts that are brought later come soon enough by their imports: lists of these would be read at first.
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', embed: 'embed.html' },
      // Parts that are brought later share most of what is shown at first: one script for that, not one for each pair.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'styles', minShareCount: 3 }],
        },
      },
      checks: { pluginTimings: false },
    },
  },
})
