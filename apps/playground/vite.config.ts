import { defineConfig } from 'vite'
import { modelFiles } from './build/model-files.ts'

/** The page, built into `dist`: its script and its engine's worker, hashed, for the service to hand out as they are. */
export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [modelFiles('english')],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: 'index.html', embed: 'embed.html' } },
  },
})
