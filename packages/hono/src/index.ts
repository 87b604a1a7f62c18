export { type DecipherOptions, decipher } from './decipher.ts'
export { type DecipherBodyOptions, decipherBody } from './decipher-body.ts'
export type { DeciphererSource } from './decipherer-of.ts'
