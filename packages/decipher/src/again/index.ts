export { type AgainMeans, lookingAgain } from './looking-again.ts'
export { type OtherMeans, otherCiphers } from './other-ciphers.ts'
