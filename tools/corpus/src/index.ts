import { brown } from './brown.ts'
import { mobyDick } from './moby-dick.ts'
import { sotu } from './sotu.ts'
import type { CorpusSource } from './source.ts'

export { brown } from './brown.ts'
export { mobyDick } from './moby-dick.ts'
export { sotu } from './sotu.ts'
export type { CorpusSource } from './source.ts'

/** Every text there is. */
export const sources: readonly CorpusSource[] = [mobyDick, sotu, brown]
