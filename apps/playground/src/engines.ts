import { openBrowserEngine, openEdgeEngine } from './engine/index.ts'

/** The engines that a page may read with. */
export const engines = { browser: openBrowserEngine, edge: openEdgeEngine }
