import { modelFiles } from 'virtual:model-files'
import { takeEarlyEngine } from '../../first/early-engine.ts'
import type { Engine } from '../engine.ts'
import type { Recording } from '../recording/recording.ts'
import { withRecording } from '../recording/with-recording.ts'
import { createBrowserEngine } from './browser-engine.ts'

/**
 * Opens the engine of this page: a worker of its own, which may have been started already, the model that was built with the
 * page, and its recorded example.
 *
 * @param example the text that was recorded
 */
export const openBrowserEngine = (example: string): Engine =>
  withRecording(
    createBrowserEngine({
      files: modelFiles,
      createWorker: () =>
        new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
      early: takeEarlyEngine(),
    }),
    {
      text: example,
      bring: () => import('../recording/example.recording.json').then((file) => file.default as Recording),
    },
  )
