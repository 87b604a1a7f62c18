import { openBrowserEngine } from './engine/index.ts'
import { FIRST_EXAMPLE } from './ui/state/examples.ts'
import type { Engines } from './ui/state/page.ts'

/** The engines that a page may read with; the one at the edge is brought when it is chosen. */
export const engines: Engines = {
  browser: () => openBrowserEngine(FIRST_EXAMPLE.text),
  edge: () => import('./engine/edge/open-edge-engine.ts').then(({ openEdgeEngine }) => openEdgeEngine()),
}
