export { makeText } from './make-text.ts'
export { createPassages, type Passages } from './passages.ts'
