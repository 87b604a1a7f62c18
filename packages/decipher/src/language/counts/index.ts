export { LEVELS_A_BIT, STEPS } from './constants.ts'
export type { ContextNode, Counts, CountsDefinition } from './counts.ts'
export { encodeCounts } from './encode-counts.ts'
export { loadCounts } from './load-counts.ts'
