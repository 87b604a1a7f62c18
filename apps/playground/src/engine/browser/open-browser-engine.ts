import { modelFiles } from 'virtual:model-files'
import type { Engine } from '../engine.ts'
import { createBrowserEngine } from './browser-engine.ts'

/** Opens the engine of this page: a worker of its own, and the model that was built with the page. */
export const openBrowserEngine = (): Engine =>
  createBrowserEngine({
    files: modelFiles,
    createWorker: () =>
      new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  })
