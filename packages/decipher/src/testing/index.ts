export { anyText, chunked, cut } from './arbitraries.ts'
export { createFixedShiftModel } from './fixed-shift-model.ts'
export { type Law, laws, type Skin } from './laws.ts'
