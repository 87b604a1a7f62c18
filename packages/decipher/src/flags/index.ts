export { type AskedFlags, flagsAsked } from './flags-asked.ts'
export { clueForm } from './passages.ts'
export { type FlagMeans, flagFormats, readingFlags } from './reading-flags.ts'
export { readingHeads } from './reading-heads.ts'
