export { readingHeads } from '../heads/reading-heads.ts'
export { type AskedFlags, flagsAsked } from './flags-asked.ts'
export { type FlagMeans, flagFormats, readingFlags } from './reading-flags.ts'
