export { alphabets, type NamedAlphabet } from './alphabets.ts'
export { findLetters } from './find-letters.ts'
