// What is done to a text that is there as a whole, before its letters are read: its encodings are taken off, its heading is left.
export { readingHeads } from '@runnel/decipher/flags'
export { createDecoder } from './decoder.ts'
