export { encodingOf } from './encoding-of.ts'
