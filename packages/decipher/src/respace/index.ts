export { createRespacer, type Respacer } from './respacer.ts'
