import { modelFiles } from 'virtual:model-files'
import type { Engine } from '../engine.ts'
import example from '../recording/example.recording.json'
import type { Recording } from '../recording/recording.ts'
import { withRecording } from '../recording/with-recording.ts'
import { createBrowserEngine } from './browser-engine.ts'

/** Opens the engine of this page: a worker of its own, the model that was built with the page, and its recorded example. */
export const openBrowserEngine = (): Engine =>
  withRecording(
    createBrowserEngine({
      files: modelFiles,
      createWorker: () =>
        new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    }),
    example as Recording,
  )
