export { type AskedFlags, flagsAsked } from './flags-asked.ts'
export { type FlagMeans, flagFormats, readingFlags } from './reading-flags.ts'
export { readingHeads } from './reading-heads.ts'
