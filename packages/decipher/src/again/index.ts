export type { AgainMeans } from './again-means.ts'
export { inGroups } from './in-groups.ts'
export { lookingAgain } from './looking-again.ts'
export { type OtherMeans, otherCiphers } from './other-ciphers.ts'
